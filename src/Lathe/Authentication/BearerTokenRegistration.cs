namespace Lathe.Authentication;

/// <summary>Marks a named client as one that has a key; the last mark of a name counts.</summary>
internal sealed record BearerTokenRegistration(string Name, Func<IServiceProvider, IBearerTokenProvider>? Provider, string Header)
{
    /// <summary>Gets whether the key goes in a header that .NET does not take off when it follows a redirect.</summary>
    public bool IsOwnHeader => !string.Equals(Header, BearerTokenRequestExtensions.Header, StringComparison.OrdinalIgnoreCase);
}

internal sealed class BearerTokenRegistrations(IEnumerable<BearerTokenRegistration> clients)
{
    private readonly BearerTokenRegistration[] _clients = [.. clients];

    public BearerTokenRegistration? Find(string? name) => Array.FindLast(_clients, client => client.Name == name);
}
