using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Lathe.Tests.Support;
using Lathe.WebSockets;

namespace Lathe.Tests.WebSockets;

/// <summary>Connections that break at random, ten thousand times.</summary>
public sealed class SocketCycleTests
{
    private const int Breaks = 10_000;
    private const int Streams = 3;

    private readonly int[] _sent = new int[Streams];

    [Fact]
    public async Task NothingIsLostBetweenMarksNothingIsDoubledAndNothingIsLeft()
    {
        var opener = new BreakingSockets(seed: 4711, Breaks, ServeAsync);
        var pool = new CountingPool();
        var options = new GraphQLClientOptions { Endpoint = new Uri("http://localhost/graphql") };
        var sockets = new GraphQLWebSocketOptions
        {
            ReconnectDelay = TimeSpan.FromTicks(1), MaxReconnects = int.MaxValue, MaxWaitingEvents = 1_000_000,
        };
        var settings = new SocketSettings(
            sockets, options, new Uri("ws://localhost/graphql"), new SocketKeyForm("Authorization", "Bearer", default), pool, TimeProvider.System);
        var connections = new SocketPool(settings, new SocketKeys(null, null, settings), opener);
        using var http = new HttpClient();
        var transport = new HttpGraphQLTransport(http, options, "test", null, null, pool, [new SocketLayer(connections)]);

        var streams = await Task.WhenAll(Enumerable.Range(0, Streams).Select(_ => ReadAsync(transport)));

        await connections.DisposeAsync();
        await opener.AllServers;
        Assert.Equal(Breaks + 1, opener.Opened);
        Assert.Equal((0, 0), (pool.Outstanding, connections.Count));
        Assert.All(streams, AssertWhole);
        Assert.Equal(_sent.Order(), streams.Select(stream => stream[^1].Number).Order());
    }

    private static void AssertWhole(List<(int Number, bool IsResumed)> events)
    {
        Assert.True(events.Count(static item => item.IsResumed) > Breaks / 100);
        for (var index = 1; index < events.Count; index++)
        {
            var (former, (number, isResumed)) = (events[index - 1].Number, events[index]);
            Assert.True(isResumed ? number > former : number == former + 1, $"{number} (resumed: {isResumed}) follows {former}.");
        }
    }

    private static async Task<List<(int Number, bool IsResumed)>> ReadAsync(HttpGraphQLTransport transport)
    {
        var events = new List<(int, bool)>();
        await foreach (var result in transport.SubscribeAsync(MachinesOperation.Subscription))
            events.Add((result.RequireData().Machines[0].Number!.Value, result.IsResumed));
        return events;
    }

    // Subscriptions start again in their order, so that the place on a socket names the stream.
    private async Task ServeAsync(WebSocket socket, int number)
    {
        try
        {
            await ReceiveAsync(socket);
            await SendAsync(socket, """{"type":"connection_ack"}""");
            var ids = new string[Streams];
            for (var stream = 0; stream < Streams; stream++)
                ids[stream] = (await ReceiveAsync(socket)).GetProperty("id").GetString()!;
            var end = ReceiveAsync(socket);
            for (var left = number > Breaks ? 5 : int.MaxValue; left > 0 && !end.IsCompleted; left--)
            {
                for (var stream = 0; stream < Streams; stream++)
                    await SendAsync(socket, $$$$"""{"id":"{{{{ids[stream]}}}}","type":"next","payload":{"data":{"machines":[{"name":"n","number":{{{{++_sent[stream]}}}}}]}}}""");
                await Task.Yield();
            }

            foreach (var id in ids)
                await SendAsync(socket, $$"""{"id":"{{id}}","type":"complete"}""");
            await end;
        }
        catch (Exception exception) when (exception is WebSocketException or IOException or OperationCanceledException or InvalidOperationException)
        {
            // Broken, as it should be.
        }
    }

    private static async Task<JsonElement> ReceiveAsync(WebSocket socket)
    {
        var buffer = new byte[1024];
        var received = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
        return received.MessageType == WebSocketMessageType.Close
            ? throw new IOException("closed")
            : JsonSerializer.Deserialize<JsonElement>(buffer.AsSpan(0, received.Count));
    }

    private static ValueTask SendAsync(WebSocket socket, string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text).AsMemory(), WebSocketMessageType.Text, true, CancellationToken.None);
}
