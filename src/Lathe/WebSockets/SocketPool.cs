using System.Collections.Concurrent;

namespace Lathe.WebSockets;

/// <summary>The connections of one client: one for each key identity and tenant, for as long as it has subscribers or an open socket.</summary>
internal sealed class SocketPool(SocketSettings settings, SocketKeys keys, ISocketOpener opener) : IAsyncDisposable, IDisposable
{
    private const int MostConnections = 10_000;

    private readonly ConcurrentDictionary<SocketIdentity, SocketConnection> _connections = new();
    private long _last;

    public SocketSettings Settings => settings;

    public SocketKeys Keys => keys;

    /// <summary>Gets how many connections there are.</summary>
    public int Count => _connections.Count;

    /// <summary>Puts a subscription on the connection of its tenant and key.</summary>
    /// <param name="identity">Whose connection it is.</param>
    /// <param name="isAlone">Whether the connection carries nothing else.</param>
    /// <param name="subscription">The subscription.</param>
    /// <param name="newer">A key that replaces one that the server rejected, or null.</param>
    /// <exception cref="GraphQLTransportException">There are too many connections.</exception>
    public SocketConnection Join(SocketIdentity identity, bool isAlone, SocketSubscription subscription, BearerToken? newer)
    {
        if (isAlone)
            identity = identity with { Own = Interlocked.Increment(ref _last) };
        while (true)
        {
            if (_connections.Count >= MostConnections && !_connections.ContainsKey(identity))
                throw new GraphQLTransportException(
                    $"The client has {MostConnections:N0} sockets, one for each tenant and key. End subscriptions that are not needed.");
            var connection = _connections.GetOrAdd(identity, static (key, pool) => pool.Create(key), this);
            if (connection.TryAdd(subscription, newer))
                return connection;
            Retire(identity, connection);
        }
    }

    /// <summary>Ends every subscription without an exception and closes the sockets, in the time for closing.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_connections.Values.Select(static connection => connection.DisposeAsync().AsTask())).ConfigureAwait(false);
        (opener as IDisposable)?.Dispose();
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private SocketConnection Create(SocketIdentity identity) =>
        new(settings, keys, opener, identity) { Retired = connection => Retire(identity, connection) };

    private void Retire(SocketIdentity identity, SocketConnection connection) =>
        _connections.TryRemove(KeyValuePair.Create(identity, connection));
}
