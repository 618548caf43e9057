using System.Net;
using System.Net.Sockets;

namespace Lathe.Tests.Support;

/// <summary>
/// A proxy on loopback that kills TCP connections: each after a number of bytes from the server, by a reset or a plain end, as a seed says. After a
/// number of connections, or a tenth of them and a while, it lets the next one live, so that its user comes to an end.
/// </summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    // Enough for the handshake, the acknowledgement and a few events.
    private const int FirstBytes = 2000;
    private const int MostBytes = 2500;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _tunnels = [];
    private readonly Random _random;
    private readonly Uri _server;
    private readonly int _kills;
    private readonly long _until;
    private Task _accepting = Task.CompletedTask;
    private int _accepted;
    private int _killed;
    private int _open;

    private CuttingProxy(Uri server, int seed, int kills, TimeSpan atMost)
    {
        (_server, _random, _kills) = (server, new Random(seed), kills);
        _until = Environment.TickCount64 + (long)atMost.TotalMilliseconds;
    }

    /// <summary>Gets the server's address by way of the proxy.</summary>
    public Uri Address => new UriBuilder(_server) { Host = "127.0.0.1", Port = ((IPEndPoint)_listener.LocalEndpoint).Port }.Uri;

    public int Accepted => Volatile.Read(ref _accepted);

    public int Killed => Volatile.Read(ref _killed);

    public int Open => Volatile.Read(ref _open);

    /// <summary>Gets a value indicating whether a connection that lives has come.</summary>
    public bool LetsLive { get; private set; }

    public static CuttingProxy Start(Uri server, int seed, int kills, TimeSpan atMost)
    {
        var proxy = new CuttingProxy(server, seed, kills, atMost);
        proxy._listener.Start();
        proxy._accepting = proxy.AcceptAllAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Stop();
        await Task.WhenAll(_tunnels);
        _stop.Dispose();
    }

    private async Task AcceptAllAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptSocketAsync(_stop.Token);
                LetsLive = _accepted >= _kills || (_accepted >= _kills / 10 && Environment.TickCount64 > _until);
                var left = LetsLive ? long.MaxValue : _accepted == 0 ? FirstBytes : _random.Next(MostBytes);
                _tunnels.Add(TunnelAsync(client, left, resets: _random.Next(2) == 0));
                Interlocked.Increment(ref _accepted);
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed.
        }
    }

    private async Task TunnelAsync(Socket client, long left, bool resets)
    {
        Interlocked.Increment(ref _open);
        using (client)
        using (var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp))
        using (var end = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token))
        {
            (client.NoDelay, server.NoDelay) = (true, true);
            await server.ConnectAsync(IPAddress.Loopback, _server.Port, CancellationToken.None);
            var up = CopyAsync(client, server, long.MaxValue, end.Token);
            var down = CopyAsync(server, client, left, end.Token);
            await Task.WhenAny(up, down);
            await end.CancelAsync();
            await up;
            if (await down)
            {
                Interlocked.Increment(ref _killed);
                if (resets)
                    (client.LingerState, server.LingerState) = (new LingerOption(true, 0), new LingerOption(true, 0));
            }
        }

        Interlocked.Decrement(ref _open);
    }

    /// <summary>Copies so many bytes.</summary>
    /// <returns>Whether all of them came, and not an end before.</returns>
    private static async Task<bool> CopyAsync(Socket from, Socket to, long left, CancellationToken cancellationToken)
    {
        await using var output = new NetworkStream(to, ownsSocket: false);
        var buffer = new byte[4096];
        try
        {
            while (left > 0)
            {
                var length = await from.ReceiveAsync(buffer.AsMemory(0, (int)Math.Min(left, buffer.Length)), cancellationToken);
                if (length == 0)
                    return false;
                left -= length;
                await output.WriteAsync(buffer.AsMemory(0, length), cancellationToken);
            }

            return true;
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or IOException)
        {
            return false;
        }
    }
}
