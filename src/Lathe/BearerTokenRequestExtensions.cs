using Lathe.Requests;

namespace Lathe;

/// <summary>Chooses the key of one <see cref="HttpRequestMessage"/> of a client that has <c>AddBearerToken</c>.</summary>
public static class BearerTokenRequestExtensions
{
    internal const string Header = "Authorization";

    private static readonly HttpRequestOptionsKey<string> s_tenantKey = new("Lathe.Tenant");
    private static readonly HttpRequestOptionsKey<BearerToken> s_tokenKey = new("Lathe.BearerToken");

    /// <summary>Says whom the request is for; the token provider gets it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="tenant">Whom it is for.</param>
    public static void SetTenant(this HttpRequestMessage request, string tenant)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Options.Set(s_tenantKey, tenant);
    }

    /// <summary>Gives the request a key of its own. It is attached under the same rules as the client's key, and not renewed.</summary>
    /// <param name="request">The request.</param>
    /// <param name="token">The key.</param>
    public static void SetBearerToken(this HttpRequestMessage request, BearerToken token)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Options.Set(s_tokenKey, token);
    }

    /// <summary>Reads what a request says of its key.</summary>
    /// <param name="request">The request.</param>
    /// <param name="served">The call's own request, of which it may be a copy, or null.</param>
    internal static (string? Tenant, BearerToken? Token) Read(HttpRequestMessage request, GraphQLHttpRequest? served)
    {
        if (ReferenceEquals(request, served))
            return (served!.Tenant, served.Token);
        var hasTenant = request.Options.TryGetValue(s_tenantKey, out var tenant);
        // A copy without them would go out with the key of all.
        return request.Options.TryGetValue(s_tokenKey, out var token) || hasTenant ? (tenant, token) : (served?.Tenant, served?.Token);
    }
}
