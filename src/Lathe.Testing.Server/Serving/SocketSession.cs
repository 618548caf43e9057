using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Lathe.Testing.Serving;

/// <summary>A connection of the protocol <c>graphql-transport-ws</c>, as the server of graphql-ws keeps it.</summary>
internal sealed class SocketSession(WebSocket socket, HttpContext context, RequestReader reader, Func<ServerRequest, ServerAnswer> answer)
    : IDisposable
{
    public const string Protocol = "graphql-transport-ws";

    private const int BadRequest = 4400;
    private const int Unauthorized = 4401;
    private const int SubscriberExists = 4409;
    private const int TooManyInitialisations = 4429;

    private readonly SemaphoreSlim _sending = new(1);
    private readonly ConcurrentDictionary<string, byte> _running = new(StringComparer.Ordinal);
    private string? _key = KeyRing.Of(context.Request.Headers.Authorization);
    private bool _isOpen;

    public async Task RunAsync()
    {
        while (await ReceiveAsync() is { } text)
        {
            var message = Parse(text);
            var fault = (string?)message?["type"] switch
            {
                "connection_init" => await OpenAsync(message!),
                "ping" => await SendAsync(new JsonObject { ["type"] = "pong" }),
                "pong" => null,
                "subscribe" => await SubscribeAsync(message!),
                "complete" => Complete(message!),
                _ => (BadRequest, "Invalid message"),
            };
            if (fault is { } close)
            {
                await CloseAsync((WebSocketCloseStatus)close.Code, close.Reason);
                return;
            }
        }

        await CloseAsync(WebSocketCloseStatus.NormalClosure, "");
    }

    public void Dispose() => _sending.Dispose();

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<(int Code, string Reason)?> OpenAsync(JsonObject message)
    {
        if (_isOpen)
            return (TooManyInitialisations, "Too many initialisation requests");
        _isOpen = true;
        var payload = message["payload"] as JsonObject;
        var authorization = payload?.FirstOrDefault(static one => one.Key.Equals("authorization", StringComparison.OrdinalIgnoreCase)).Value
            ?? (payload?["headers"] as JsonObject)?.FirstOrDefault(
                static one => one.Key.Equals("authorization", StringComparison.OrdinalIgnoreCase)).Value;
        _key = KeyRing.Of((string?)authorization) ?? _key;
        return await SendAsync(new JsonObject { ["type"] = "connection_ack" });
    }

    private async Task<(int Code, string Reason)?> SubscribeAsync(JsonObject message)
    {
        var id = (string?)message["id"] ?? "";
        if (!_isOpen)
            return (Unauthorized, "Unauthorized");
        if (!_running.TryAdd(id, 0))
            return (SubscriberExists, $"Subscriber for {id} already exists");
        var (request, refusal) = reader.Read(message["payload"]?.DeepClone(), context.Request, new Dictionary<string, byte[]>());
        var given = request is null ? refusal! : answer(request with { Method = "WS", Key = _key });
        if (given.Status is 401 or 403)
            return (4000 + given.Status, given.Status == 401 ? "Unauthorized" : "Forbidden");
        await GiveAsync(id, given);
        if (given.Breaks)
            context.Abort();
        return null;
    }

    private async Task GiveAsync(string id, ServerAnswer given)
    {
        foreach (var payload in given.Payloads)
        {
            var body = given.Breaks ? null : JsonNode.Parse(payload) as JsonObject;
            var isRequestError = body is not null && !body.ContainsKey("data") && body["errors"] is JsonArray && !body.ContainsKey("hasNext");
            if (isRequestError)
            {
                _running.TryRemove(id, out _);
                await SendAsync(new JsonObject { ["id"] = id, ["type"] = "error", ["payload"] = body!["errors"]!.DeepClone() });
                return;
            }

            if (_running.ContainsKey(id) && body is not null)
                await SendAsync(new JsonObject { ["id"] = id, ["type"] = "next", ["payload"] = body });
        }

        if (!given.Breaks && _running.TryRemove(id, out _))
            await SendAsync(new JsonObject { ["id"] = id, ["type"] = "complete" });
    }

    private (int Code, string Reason)? Complete(JsonObject message)
    {
        _running.TryRemove((string?)message["id"] ?? "", out _);
        return null;
    }

    private async Task<(int Code, string Reason)?> SendAsync(JsonObject message)
    {
        await _sending.WaitAsync(context.RequestAborted);
        try
        {
            await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, context.RequestAborted);
        }
        finally
        {
            _sending.Release();
        }

        return null;
    }

    private async Task<string?> ReceiveAsync()
    {
        var buffer = new byte[8192];
        using var text = new MemoryStream();
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), context.RequestAborted);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            text.Write(buffer.AsSpan(0, part.Count));
            if (part.EndOfMessage)
                return System.Text.Encoding.UTF8.GetString(text.ToArray());
        }
    }

    private async Task CloseAsync(WebSocketCloseStatus status, string reason)
    {
        if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            await socket.CloseOutputAsync(status, reason, context.RequestAborted);
    }
}
