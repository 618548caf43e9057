using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Lathe.Aot;

/// <summary>
/// Answers every POST with the same JSON, and each subscription over a socket with three events, when the key is right.
/// </summary>
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
            _ = ServeAsync(await _listener.AcceptTcpClientAsync());
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        var stream = connection.GetStream();
        var text = new StringBuilder();
        var buffer = new byte[8192];
        while (await stream.ReadAsync(buffer) is > 0 and var count)
        {
            text.Append(Encoding.ASCII.GetString(buffer, 0, count));
            var request = text.ToString();
            var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end >= 0 && request.StartsWith("GET ", StringComparison.Ordinal))
            {
                await ServeSocketAsync(stream, HeaderOf(request, "Sec-WebSocket-Key: "));
                return;
            }

            if (end < 0 || request.Length < end + 4 + LengthOf(request))
                continue;
            LastBody = request[(end + 4)..];
            text.Clear();
            var isAllowed = request.Contains($"Authorization: Bearer {Key}\r\n", StringComparison.OrdinalIgnoreCase);
            await stream.WriteAsync(isAllowed ? _answer : "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
        }
    }

    private static async Task ServeSocketAsync(NetworkStream stream, string key)
    {
#pragma warning disable CA5350 // RFC 6455, section 1.3, asks for SHA-1; it protects nothing.
        var accept = Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
#pragma warning restore CA5350
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n"
                + $"Sec-WebSocket-Accept: {accept}\r\n\r\n"));
        using var socket = WebSocket.CreateFromStream(stream, isServer: true, "graphql-transport-ws", Timeout.InfiniteTimeSpan);
        var buffer = new byte[8192];
        while (await socket.ReceiveAsync(buffer, CancellationToken.None) is { MessageType: WebSocketMessageType.Text } received)
            await AnswerAsync(socket, Encoding.UTF8.GetString(buffer, 0, received.Count));
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
    }

    private static async Task AnswerAsync(WebSocket socket, string text)
    {
        using var message = JsonDocument.Parse(text);
        var type = message.RootElement.GetProperty("type").GetString();
        if (type == "connection_init" && text.Contains($"Bearer {Key}", StringComparison.Ordinal))
            await SendAsync(socket, """{"type":"connection_ack"}""");
        else if (type == "subscribe")
        {
            var id = message.RootElement.GetProperty("id").GetString();
            for (var number = 1; number <= 3; number++)
                await SendAsync(
                    socket,
                    $$$$"""{"id":"{{{{id}}}}","type":"next","payload":{"data":{"currentStates":[{"machineRef":{{{{number}}}},"label":"é"}]}}}""");
            await SendAsync(socket, $$"""{"id":"{{id}}","type":"complete"}""");
        }
    }

    private static Task SendAsync(WebSocket socket, string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);

    private static int LengthOf(string request) =>
        int.Parse(HeaderOf(request, "Content-Length: "), System.Globalization.CultureInfo.InvariantCulture);

    private static string HeaderOf(string request, string header)
    {
        var start = request.IndexOf(header, StringComparison.OrdinalIgnoreCase) + header.Length;
        return request[start..request.IndexOf("\r\n", start, StringComparison.Ordinal)];
    }
}
