namespace Lathe.Authentication;

/// <summary>Marks a named client as one that has a key; the last mark of a name counts.</summary>
internal sealed record BearerTokenRegistration(string Name, Func<IServiceProvider, IBearerTokenProvider>? Provider);

internal sealed class BearerTokenRegistrations(IEnumerable<BearerTokenRegistration> clients)
{
    private readonly BearerTokenRegistration[] _clients = [.. clients];

    public BearerTokenRegistration? Find(string? name) => Array.FindLast(_clients, client => client.Name == name);
}
