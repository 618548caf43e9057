using System.Collections.Concurrent;

namespace Lathe.WebSockets;

/// <summary>The connections of one client: one for each key identity and tenant.</summary>
internal sealed class SocketPool(SocketSettings settings, SocketKeys keys, ISocketOpener opener) : IAsyncDisposable, IDisposable
{
    private const int MostConnections = 10_000;

    private readonly ConcurrentDictionary<(string? Tenant, BearerToken? Key, long Own), SocketConnection> _connections = new();
    private long _last;

    public SocketSettings Settings => settings;

    /// <summary>Gets the connection for calls of this tenant and key.</summary>
    /// <param name="tenant">Whom the call is for, or null.</param>
    /// <param name="key">The call's own key, or null.</param>
    /// <param name="isAlone">Whether the connection carries nothing else.</param>
    public SocketConnection Get(string? tenant, BearerToken? key, bool isAlone)
    {
        if (isAlone)
            return new SocketConnection(settings, keys, opener, tenant, key);
        if (_connections.Count >= MostConnections)
            throw new GraphQLTransportException($"The client has {MostConnections:N0} sockets, one for each tenant and key. Dispose clients that are not needed.");
        return _connections.GetOrAdd((tenant, key, 0), identity => new SocketConnection(settings, keys, opener, identity.Tenant, identity.Key));
    }

    /// <summary>Keeps a connection that carries one subscription until that has ended.</summary>
    public (string?, BearerToken?, long) Hold(SocketConnection connection)
    {
        var identity = ((string?)null, (BearerToken?)null, Interlocked.Increment(ref _last));
        _connections[identity] = connection;
        return identity;
    }

    public void Release((string?, BearerToken?, long) identity)
    {
        if (_connections.TryRemove(identity, out var connection))
            _ = connection.DisposeAsync().AsTask();
    }

    /// <summary>Ends every subscription without an exception and closes the sockets, in the time for closing.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_connections.Values.Select(static connection => connection.DisposeAsync().AsTask())).ConfigureAwait(false);
        (opener as IDisposable)?.Dispose();
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();
}
