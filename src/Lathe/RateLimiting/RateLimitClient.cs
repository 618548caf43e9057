using System.Threading.RateLimiting;

namespace Lathe;

/// <summary>Marks a named client as one that has a rate limit, or without a name all clients; the last mark of a name counts.</summary>
internal sealed record RateLimitClient(string? Name, Func<IServiceProvider, PartitionedRateLimiter<HttpRequestMessage>> Create);

internal sealed class RateLimitClients(IEnumerable<RateLimitClient> clients)
{
    private readonly RateLimitClient[] _clients = [.. clients];

    public RateLimitClient? Find(string name) =>
        Array.FindLast(_clients, client => client.Name == name) ?? Array.FindLast(_clients, client => client.Name is null);
}
