using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Lathe.Tests.Support;

/// <summary>A real proxy on loopback that opens tunnels (<c>CONNECT</c>, RFC 9110, section 9.3.6), and keeps all that clients send it.</summary>
internal sealed class TunnelProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentBag<Task> _tunnels = [];
    private readonly string _answer;
    private readonly MemoryStream _sent = new();

    private TunnelProxy(string answer) => _answer = answer;

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>Gets what clients sent, heads of requests and tunnelled bytes alike, a character a byte.</summary>
    public string Sent
    {
        get
        {
            lock (_sent)
                return Encoding.Latin1.GetString(_sent.ToArray());
        }
    }

    /// <summary>Starts a proxy that opens each tunnel, or answers with another status.</summary>
    public static TunnelProxy Start(string answer = "200 Connection established")
    {
        var proxy = new TunnelProxy(answer);
        proxy._listener.Start();
        _ = proxy.AcceptAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await Task.WhenAll(_tunnels).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
            _tunnels.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
    }

    private async Task ServeAsync(TcpClient accepted)
    {
        using var client = accepted;
        var stream = client.GetStream();
        var head = await ReadHeadAsync(stream);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {_answer}\r\n\r\n"), _stop.Token);
        if (!_answer.StartsWith('2'))
            return;
        using var server = new TcpClient();
        await server.ConnectAsync(
            IPAddress.Loopback, int.Parse(head.Split(' ')[1].Split(':')[1], System.Globalization.CultureInfo.InvariantCulture), _stop.Token);
        await Task.WhenAny(CopyAsync(stream, server.GetStream(), keeps: true), CopyAsync(server.GetStream(), stream, keeps: false));
    }

    private async Task<string> ReadHeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(one, _stop.Token);
            Keep(one);
            head.Append((char)one[0]);
        }

        return head.ToString();
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to, bool keeps)
    {
        var buffer = new byte[8192];
        while (await from.ReadAsync(buffer, _stop.Token) is > 0 and var length)
        {
            if (keeps)
                Keep(buffer.AsSpan(0, length));
            await to.WriteAsync(buffer.AsMemory(0, length), _stop.Token);
        }
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        lock (_sent)
            _sent.Write(bytes);
    }
}
