using System.Collections.Concurrent;

namespace Lathe.Testing.Serving;

/// <summary>The keys that a server takes. While it has been told of none, it asks for none.</summary>
internal sealed class KeyRing
{
    private readonly ConcurrentDictionary<string, string[]> _keys = new(StringComparer.Ordinal);
    private volatile bool _isAsked;

    public void Accept(string key, string[] scopes)
    {
        _keys[key] = scopes;
        _isAsked = true;
    }

    public void Revoke(string key) => _keys.TryRemove(key, out _);

    /// <summary>Tells why a key is refused; null when it is not.</summary>
    public ServerAnswer? Refusal(string? key, string? scope)
    {
        if (!_isAsked)
            return null;
        if (key is null || !_keys.TryGetValue(key, out var scopes))
        {
            var missing = ServerAnswer.Error("The key is missing or was revoked.", "UNAUTHENTICATED", 401);
            return missing with { Challenge = "Bearer error=\"invalid_token\"" };
        }


        return scope is null || scopes.Contains(scope, StringComparer.Ordinal)
            ? null
            : ServerAnswer.Error($"The key lacks the scope '{scope}'.", "FORBIDDEN", 403) with
            {
                Challenge = $"Bearer error=\"insufficient_scope\", scope=\"{scope}\"",
            };
    }

    /// <summary>Gets the key of a header such as <c>Bearer abc</c>.</summary>
    public static string? Of(string? authorization) =>
        authorization?.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) == true ? authorization["Bearer ".Length..].Trim() : null;
}
