using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using MachineMetrics.Server.Hosting;

namespace MachineMetrics.Server.Keys;

/// <summary>Lets requests pass that bring a known key with the needed scope (RFC 6750, section 3).</summary>
internal sealed class KeyGate
{
    // By digest: how long a look-up takes tells nothing of the keys.
    private readonly ConcurrentDictionary<string, ApiKey> keys = new();

    public void Add(ApiKey key) => keys[Digest(key.Secret)] = key;

    public void Revoke(ApiKey key) => keys.TryRemove(Digest(key.Secret), out _);

    /// <summary>Finds a known key that has the scope; null when there is none.</summary>
    public ApiKey? Find(string secret, string scope) => keys.TryGetValue(Digest(secret), out var key) && key.Scopes.Contains(scope) ? key : null;

    /// <summary>Finds the request's key, or answers 401 or 403.</summary>
    public async Task<ApiKey?> AdmitAsync(HttpContext context, string scope)
    {
        if (!TryReadBearer(context.Request, out var secret))
            await RefuseAsync(context, 401, "Bearer", "Unauthorized", "This request needs an API key: Authorization: Bearer <key>");
        else if (!keys.TryGetValue(Digest(secret), out var key))
            await RefuseAsync(context, 401, "Bearer error=\"invalid_token\"", "Unauthorized", "The API key is unknown or was revoked.");
        else if (!key.Scopes.Contains(scope))
            await RefuseAsync(
                context, 403, $"Bearer error=\"insufficient_scope\", scope=\"{scope}\"", "Forbidden", $"The API key lacks the scope '{scope}'.");
        else
            return key;
        return null;
    }

    private static Task RefuseAsync(HttpContext context, int status, string challenge, string code, string message)
    {
        context.Response.Headers.WWWAuthenticate = challenge;
        return ErrorAnswer.WriteAsync(context, status, new ErrorAnswer(message, code));
    }

    private static bool TryReadBearer(HttpRequest request, [NotNullWhen(true)] out string? secret)
    {
        secret = AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header)
            && header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) ? header.Parameter : null;
        return !string.IsNullOrEmpty(secret);
    }

    private static string Digest(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
