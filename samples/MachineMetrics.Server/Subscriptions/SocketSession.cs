using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using GraphQL;
using GraphQL.Transport;
using MachineMetrics.Server.Entities;
using MachineMetrics.Server.Hosting;

namespace MachineMetrics.Server.Subscriptions;

/// <summary>One socket: who opened it, and what it is subscribed to.</summary>
internal sealed class SocketSession(WebSocket socket, GraphQLEndpoint graphQL, Func<string?, Shop?> admit, Func<Shop, bool> enter) : IDisposable
{
    private const int MostBytes = 64 * 1024;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim sending = new(1, 1);
    private readonly ConcurrentDictionary<string, SocketSubscription> subscriptions = new();
    private Shop? shop;

    public async Task RunAsync(CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(s_patience);
        var buffer = new byte[MostBytes];
        while (await ReceiveAsync(buffer, patience.Token) is { } message)
        {
            if (await TakeAsync(message, stop) is { } fault)
            {
                await socket.CloseAsync((WebSocketCloseStatus)fault.Code, fault.Reason, stop);
                return;
            }

            if (shop is not null)
                patience.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    public Task SendAsync(OperationMessage message) => SendAsync(graphQL.Serializer.Serialize(message));

    public void Ended(string id) => subscriptions.TryRemove(id, out _);

    public void Dispose()
    {
        foreach (var subscription in subscriptions.Values)
            subscription.Dispose();
    }

    private async Task<OperationMessage?> ReceiveAsync(byte[] buffer, CancellationToken stop)
    {
        for (var length = 0; ;)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(length), stop);
            length += received.Count;
            if (received.MessageType == WebSocketMessageType.Close)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, stop);
                return null;
            }

            if (length == buffer.Length)
                return new OperationMessage();
            if (received.EndOfMessage)
                return Parse(buffer, length);
        }
    }

    private OperationMessage Parse(byte[] buffer, int length) =>
        Read(() => graphQL.Serializer.Deserialize<OperationMessage>(Encoding.UTF8.GetString(buffer, 0, length))) ?? new OperationMessage();

    private GraphQLRequest? Request(object? payload) => Read(() => graphQL.Serializer.ReadNode<GraphQLRequest>(payload));

    private static T? Read<T>(Func<T?> read) where T : class
    {
        try
        {
            return read();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<(int Code, string Reason)?> TakeAsync(OperationMessage message, CancellationToken stop)
    {
        switch (message.Type)
        {
            case "connection_init" when shop is not null:
                return (4429, "Too many initialisation requests");
            case "connection_init":
                shop = admit(ReadKey(message.Payload));
                if (shop is null)
                    return (4403, "The API key is missing, unknown or lacks the scope 'reporting'.");
                await SendAsync(new OperationMessage { Type = "connection_ack" });
                return null;
            case "ping":
                await SendAsync(new OperationMessage { Type = "pong" });
                return null;
            case "pong":
                return null;
            case "subscribe" when shop is null:
                return (4401, "Unauthorized");
            case "subscribe" when message.Id is { Length: > 0 } id && Request(message.Payload) is { } request:
                return await SubscribeAsync(id, request, stop) ? null : (4409, $"Subscriber for {id} already exists");
            case "complete" when message.Id is { Length: > 0 } id:
                if (subscriptions.TryRemove(id, out var subscription))
                    subscription.Dispose();
                return null;
            default:
                return (4400, "Invalid message received");
        }
    }

    private async Task<bool> SubscribeAsync(string id, GraphQLRequest request, CancellationToken stop)
    {
        var subscription = new SocketSubscription(id, this);
        if (!subscriptions.TryAdd(id, subscription))
            return false;
        if (enter(shop!))
            await subscription.StartAsync(graphQL, shop!, request, stop);
        else
            await subscription.FailAsync(RateLimited());
        return true;
    }

    private static ExecutionError RateLimited() =>
        new("The company has started too many requests within the last minute.") { Code = "RATE_LIMITED" };

    private async Task SendAsync(string text)
    {
        await sending.WaitAsync();
        try
        {
            if (socket.State == WebSocketState.Open)
                await socket.SendAsync(Encoding.UTF8.GetBytes(text).AsMemory(), WebSocketMessageType.Text, true, CancellationToken.None);
        }
        catch (Exception fault) when (fault is WebSocketException or IOException or ObjectDisposedException)
        {
            // Whoever receives sees that the client has gone.
        }
        finally
        {
            sending.Release();
        }
    }

    // {"Authorization":"Bearer ..."} or the same within "headers".
    private static string? ReadKey(object? payload)
    {
        if (payload is not JsonElement { ValueKind: JsonValueKind.Object } element)
            return null;
        if (element.TryGetProperty("headers", out var headers) && headers.ValueKind == JsonValueKind.Object)
            element = headers;
        return element.TryGetProperty("Authorization", out var header) && header.ValueKind == JsonValueKind.String
            && header.GetString()!.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header.GetString()!["Bearer ".Length..] : null;
    }
}
