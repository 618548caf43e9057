using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Lathe.Aot;

/// <summary>Answers every POST on one connection after another with the same JSON, when the key is right.</summary>
internal sealed class LoopbackServer : IDisposable
{
    // Made anew for each run: a key has no place in source code.
    public static readonly string Key = Guid.NewGuid().ToString("N");

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly byte[] _answer;

    public LoopbackServer(string json)
    {
        _answer = Encoding.UTF8.GetBytes(
            "HTTP/1.1 200 OK\r\nContent-Type: application/graphql-response+json\r\nContent-Length: "
                + $"{Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}");
        _listener.Start();
        _ = AcceptAsync();
    }

    public Uri Endpoint => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/graphql");

    public string? LastBody { get; private set; }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        while (true)
        {
            using var connection = await _listener.AcceptTcpClientAsync();
            await ServeAsync(connection.GetStream());
        }
    }

    private async Task ServeAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[8192];
        while (await stream.ReadAsync(buffer) is > 0 and var count)
        {
            text.Append(Encoding.ASCII.GetString(buffer, 0, count));
            var request = text.ToString();
            var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end < 0 || request.Length < end + 4 + LengthOf(request))
                continue;
            LastBody = request[(end + 4)..];
            text.Clear();
            var isAllowed = request.Contains($"Authorization: Bearer {Key}\r\n", StringComparison.OrdinalIgnoreCase);
            await stream.WriteAsync(isAllowed ? _answer : "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
        }
    }

    private static int LengthOf(string request)
    {
        const string Header = "Content-Length: ";
        var start = request.IndexOf(Header, StringComparison.OrdinalIgnoreCase) + Header.Length;
        return int.Parse(
            request.AsSpan(start, request.IndexOf("\r\n", start, StringComparison.Ordinal) - start),
            System.Globalization.CultureInfo.InvariantCulture);
    }
}
