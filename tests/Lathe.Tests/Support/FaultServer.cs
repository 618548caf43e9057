using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Lathe.Tests.Support;

/// <summary>A bare TCP server that answers HTTP wrongly on purpose: what Kestrel would not let through.</summary>
internal sealed class FaultServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<Stream, Socket, Task<bool>> _answer;
    private readonly ConcurrentDictionary<Socket, bool> _open = new();
    private readonly Task _accept;

    /// <param name="answer">Answers one request; returns whether the connection stays open.</param>
    public FaultServer(Func<Stream, Socket, Task<bool>> answer)
    {
        _answer = answer;
        _listener.Start();
        _accept = AcceptAsync();
    }

    public Uri Endpoint => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/graphql");

    public static Task WriteAsync(Stream stream, string head, ReadOnlySpan<byte> body)
    {
        byte[] bytes = [.. Encoding.ASCII.GetBytes(head + "\r\n\r\n"), .. body];
        return stream.WriteAsync(bytes).AsTask();
    }

    public static string Head(int length, string more = "") =>
        string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {length}{more}");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        foreach (var socket in _open.Keys)
            socket.Dispose();
        await _accept;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                _ = ServeAsync(await _listener.AcceptSocketAsync(_stop.Token));
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // The test is over, or a client left before it was let in.
            }
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        _open[socket] = true;
        try
        {
            await using var stream = new NetworkStream(socket, ownsSocket: true);
            while (await ReadRequestAsync(stream) && await _answer(stream, socket))
            {
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException)
        {
            // The client went away, as it may.
        }
        finally
        {
            _open.TryRemove(socket, out _);
        }
    }

    private static async Task<bool> ReadRequestAsync(NetworkStream stream)
    {
        var buffer = new byte[16 * 1024];
        var length = 0;
        while (true)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length));
            if (read == 0)
                return false;
            length += read;
            var text = Encoding.ASCII.GetString(buffer, 0, length);
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end < 0)
                continue;
            const string Name = "Content-Length: ";
            var at = text.IndexOf(Name, StringComparison.OrdinalIgnoreCase) + Name.Length;
            var body = int.Parse(text.AsSpan(at, text.IndexOf('\r', at) - at), CultureInfo.InvariantCulture);
            if (length >= end + 4 + body)
                return true;
        }
    }
}
