namespace Lathe;

/// <summary>Marks a named client as one that has a key; the last mark of a name counts.</summary>
internal sealed record BearerTokenClient(string Name, Func<IServiceProvider, IBearerTokenProvider>? Provider);

internal sealed class BearerTokenClients(IEnumerable<BearerTokenClient> clients)
{
    private readonly BearerTokenClient[] _clients = [.. clients];

    public BearerTokenClient? Find(string? name) => Array.FindLast(_clients, client => client.Name == name);
}
