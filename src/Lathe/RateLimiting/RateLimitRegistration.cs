using System.Threading.RateLimiting;

namespace Lathe.RateLimiting;

/// <summary>Marks a named client as one that has a rate limit, or without a name all clients; the last mark of a name counts.</summary>
internal sealed record RateLimitRegistration(string? Name, Func<IServiceProvider, PartitionedRateLimiter<HttpRequestMessage>> Create);

internal sealed class RateLimitRegistrations(IEnumerable<RateLimitRegistration> clients)
{
    private readonly RateLimitRegistration[] _clients = [.. clients];

    public RateLimitRegistration? Find(string name) =>
        Array.FindLast(_clients, client => client.Name == name) ?? Array.FindLast(_clients, client => client.Name is null);
}
