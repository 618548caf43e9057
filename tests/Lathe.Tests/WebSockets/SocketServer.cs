using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Lathe.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Lathe.Tests.WebSockets;

/// <summary>A Kestrel server that plays a script on each socket, and records what it gets.</summary>
internal sealed class SocketServer : IAsyncDisposable
{
    private WebApplication _app = null!;
    private int _opened;
    private int _open;

    private SocketServer()
    {
    }

    public Uri Endpoint { get; private set; } = null!;

    public int Opened => _opened;

    public int Open => Volatile.Read(ref _open);

    public ConcurrentQueue<string> Received { get; } = new();

    public ConcurrentQueue<string> Protocols { get; } = new();

    public static async Task<SocketServer> StartAsync(
        Func<ServerSocket, Task> script,
        bool tls = false,
        RequestDelegate? otherwise = null,
        string? subprotocol = "graphql-transport-ws",
        bool refuses = false)
    {
        var server = new SocketServer();
        (server._app, var origin) = await LoopbackHost.StartAsync(
            async context =>
            {
                if (!context.WebSockets.IsWebSocketRequest)
                {
                    await (otherwise ?? (static other => Reply.Json(other, "{}", status: 404)))(context);
                    return;
                }

                server.Protocols.Enqueue(context.Request.Protocol);
                using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { SubProtocol = subprotocol });
                var number = Interlocked.Increment(ref server._opened);
                Interlocked.Increment(ref server._open);
                try
                {
                    await script(new ServerSocket(socket, number, server.Received));
                }
                catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException)
                {
                    // The client left.
                }
                finally
                {
                    Interlocked.Decrement(ref server._open);
                }
            },
            tls,
            opensSockets: !refuses);
        server.Endpoint = new Uri(origin, "/graphql");
        return server;
    }

    public ValueTask DisposeAsync() => LoopbackHost.StopAsync(_app);
}

internal sealed class ServerSocket(WebSocket socket, int number, ConcurrentQueue<string> received)
{
    private readonly byte[] _buffer = new byte[65536];

    public int Number => number;

    public WebSocketCloseStatus? CloseStatus => socket.CloseStatus;

    /// <summary>Reads a message; null when the client closed.</summary>
    public async Task<JsonElement?> ReadAsync()
    {
        var length = 0;
        while (true)
        {
            var result = await socket.ReceiveAsync(_buffer.AsMemory(length), CancellationToken.None);
            if (result.MessageType == WebSocketMessageType.Close)
            {
                received.Enqueue($"close {(int?)socket.CloseStatus} {socket.CloseStatusDescription}");
                if (socket.State == WebSocketState.CloseReceived)
                    await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
                return null;
            }

            length += result.Count;
            if (!result.EndOfMessage)
                continue;
            var text = Encoding.UTF8.GetString(_buffer, 0, length);
            received.Enqueue(text);
            return JsonDocument.Parse(text).RootElement;
        }
    }

    /// <summary>Reads until a message of the type comes, and returns its id (empty when it has none).</summary>
    public async Task<string> ReadAsync(string type)
    {
        while (await ReadAsync() is { } message)
        {
            if (message.GetProperty("type").GetString() == type)
                return message.TryGetProperty("id", out var id) ? id.GetString()! : "";
        }

        throw new IOException("closed");
    }

    public async Task DrainAsync()
    {
        while (await ReadAsync() is not null)
        {
        }
    }

    /// <summary>Acknowledges, and returns the id of the first subscription.</summary>
    public async Task<string> StartAsync()
    {
        await ReadAsync("connection_init");
        await SendAsync("""{"type":"connection_ack"}""");
        return await ReadAsync("subscribe");
    }

    public Task SendAsync(string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);

    public Task NextAsync(string id, int count) =>
        SendAsync($$"""{"id":"{{id}}","type":"next","payload":{{MachinesOperation.Machines(count)}}}""");

    public Task CompleteAsync(string id) => SendAsync($$"""{"id":"{{id}}","type":"complete"}""");

    public Task CloseAsync(int code, string reason) => socket.CloseOutputAsync((WebSocketCloseStatus)code, reason, CancellationToken.None);

    public void Abort() => socket.Abort();
}
