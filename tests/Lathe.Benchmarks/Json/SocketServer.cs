using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Lathe.Benchmarks.Json;

/// <summary>Sends the same event over and over to each subscriber, as fast as it is taken.</summary>
internal static class SocketServer
{
    public const string Protocol = "graphql-transport-ws";

    public static int EventsOf(int objects) => objects == 1 ? 100_000 : 5_000;

    public static async Task AnswerAsync(HttpContext context, byte[] answer)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync(Protocol);
        var objects = int.Parse(context.Request.Path.Value![1..], null);
        var buffer = new byte[65536];
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
            if (received.MessageType == WebSocketMessageType.Close)
                return;
            using var message = JsonDocument.Parse(buffer.AsMemory(0, received.Count));
            var type = message.RootElement.GetProperty("type").GetString();
            if (type == "connection_init")
                await SendAsync(socket, """{"type":"connection_ack"}"""u8.ToArray());
            else if (type == "subscribe")
                await SendAllAsync(socket, message.RootElement.GetProperty("id").GetString()!, answer, EventsOf(objects));
        }
    }

    private static async Task SendAllAsync(WebSocket socket, string id, byte[] answer, int count)
    {
        byte[] next = [.. Encoding.UTF8.GetBytes($"{{\"id\":\"{id}\",\"type\":\"next\",\"payload\":"), .. answer, (byte)'}'];
        for (var left = count; left > 0; left--)
            await SendAsync(socket, next);
        await SendAsync(socket, Encoding.UTF8.GetBytes($"{{\"id\":\"{id}\",\"type\":\"complete\"}}"));
    }

    private static Task SendAsync(WebSocket socket, byte[] text) => socket.SendAsync(text, WebSocketMessageType.Text, true, CancellationToken.None);
}
