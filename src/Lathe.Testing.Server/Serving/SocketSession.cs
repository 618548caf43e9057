using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
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
    private readonly ConcurrentDictionary<string, SocketOperation> _running = new(StringComparer.Ordinal);
    private string? _key = KeyRing.Of(context.Request.Headers.Authorization);
    private bool _isOpen;

    public async Task RunAsync()
    {
        try
        {
            while (await ReceiveAsync() is { } text)
            {
                if (await TakeAsync(Parse(text)) is { } close)
                {
                    await CloseAsync((WebSocketCloseStatus)close.Code, close.Reason);
                    return;
                }
            }

            await CloseAsync(WebSocketCloseStatus.NormalClosure, "");
        }
        finally
        {
            await StopAsync();
        }
    }

    public void Dispose() => _sending.Dispose();

    private async Task<(int Code, string Reason)?> TakeAsync(JsonObject? message)
    {
        switch ((string?)message?["type"])
        {
            case "connection_init":
                return await OpenAsync(message!);
            case "subscribe":
                return Subscribe(message!);
            case "ping":
                await SendAsync(new JsonObject { ["type"] = "pong" }, context.RequestAborted);
                return null;
            case "complete":
                if (_running.TryRemove((string?)message!["id"] ?? "", out var operation))
                    operation.Stop();
                return null;
            case "pong":
                return null;
            default:
                return (BadRequest, "Invalid message");
        }
    }

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
        _key = KeyRing.Of(Authorization(payload) ?? Authorization(payload?["headers"] as JsonObject)) ?? _key;
        await SendAsync(new JsonObject { ["type"] = "connection_ack" }, context.RequestAborted);
        return null;
    }

    private static string? Authorization(JsonObject? headers) =>
        (string?)headers?.FirstOrDefault(static one => one.Key.Equals("authorization", StringComparison.OrdinalIgnoreCase)).Value;

    private (int Code, string Reason)? Subscribe(JsonObject message)
    {
        var id = (string?)message["id"] ?? "";
        if (!_isOpen)
            return (Unauthorized, "Unauthorized");
        var operation = new SocketOperation(context.Abort, context.RequestAborted);
        if (!_running.TryAdd(id, operation))
            return (SubscriberExists, $"Subscriber for {id} already exists");
        var (request, refusal) = reader.Read(message["payload"]?.DeepClone(), context.Request, new Dictionary<string, ServerFile>());
        var given = request is null ? refusal! : answer(request with { Method = "WS", Key = _key });
        if (given.Status is 401 or 403)
            return (4000 + given.Status, given.Status == 401 ? "Unauthorized" : "Forbidden");

        // The socket goes on to read: others begin, and this one may be stopped.
        operation.Run(cancellationToken => GiveAsync(id, given, cancellationToken));
        return null;
    }

    private async Task GiveAsync(string id, ServerAnswer given, CancellationToken cancellationToken)
    {
        await foreach (var payload in given.ReadAsync(cancellationToken))
        {
            if (given.Breaks)
                break;
            var body = JsonNode.Parse(payload) as JsonObject;
            var isRequestError = body is not null && !body.ContainsKey("data") && body["errors"] is JsonArray && !body.ContainsKey("hasNext");
            if (isRequestError)
            {
                var error = new JsonObject { ["id"] = id, ["type"] = "error", ["payload"] = body!["errors"]!.DeepClone() };
                if (_running.TryRemove(id, out _))
                    await SendAsync(error, cancellationToken);
                return;
            }

            if (body is not null)
                await SendAsync(new JsonObject { ["id"] = id, ["type"] = "next", ["payload"] = body }, cancellationToken);
        }

        if (given.Breaks)
            context.Abort();
        else if (_running.TryRemove(id, out _))
            await SendAsync(new JsonObject { ["id"] = id, ["type"] = "complete" }, cancellationToken);
    }

    private async Task SendAsync(JsonObject message, CancellationToken cancellationToken)
    {
        await _sending.WaitAsync(cancellationToken);
        try
        {
            // A message that is cut ends the socket: once begun, it is sent whole.
            await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, context.RequestAborted);
        }
        finally
        {
            _sending.Release();
        }
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
                return Encoding.UTF8.GetString(text.ToArray());
        }
    }

    private async Task CloseAsync(WebSocketCloseStatus status, string reason)
    {
        if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            await socket.CloseOutputAsync(status, reason, context.RequestAborted);
    }

    private async Task StopAsync()
    {
        foreach (var operation in _running.Values)
            operation.Stop();
        foreach (var operation in _running.Values)
            await operation.Ended;
    }
}
