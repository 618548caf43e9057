using System.Buffers;
using System.Globalization;
using Lathe.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Lathe.Tests.WebSockets;

/// <summary>TCP connections that a proxy kills at random, thousands of times, between a client as users add it and Kestrel.</summary>
public sealed class SocketProxyTests
{
    private const int Kills = 3_000;
    private const int Streams = 3;
    private const int LastEvents = 5;

    [Fact]
    public async Task ConnectionsKilledAtRandomLoseNothingBetweenMarksAndLeaveNothing()
    {
        CuttingProxy? proxy = null;
        await using var server = await SocketServer.StartAsync(socket => ServeAsync(socket, proxy!));
        await using var cutting = proxy = CuttingProxy.Start(server.Endpoint, seed: 4711, Kills, TimeSpan.FromSeconds(20));
        var pool = new CountingPool();
        List<Event>[] streams;
        await using (var client = TestClient.Create(cutting.Address, AddSockets, services: services => services.AddSingleton<ArrayPool<byte>>(pool)))
            streams = await Task.WhenAll(Enumerable.Range(0, Streams).Select(_ => ReadAsync(client.Transport)));

        await SocketClient.UntilAsync(() => cutting.Open == 0 && server.Open == 0);
        Assert.Equal(0, pool.Outstanding);
        // The client gave up no connection by itself, and opened no second one beside one that lived.
        Assert.Equal((cutting.Accepted - 1, true), (cutting.Killed, cutting.LetsLive));
        Assert.True(cutting.Killed >= Kills / 10, $"Only {cutting.Killed} connections were killed.");
        Assert.All(streams, AssertWhole);
        Assert.All(streams, stream => Assert.Equal((server.Opened, LastEvents - 1), (stream[^1].Socket, stream[^1].Number)));
        var events = streams.Sum(stream => stream.Count);
        TestContext.Current.TestOutputHelper!.WriteLine($"{cutting.Killed} connections were killed; {events} events came.");
    }

    private static void AddSockets(IGraphQLClientBuilder builder) => builder.AddWebSockets(options =>
    {
        options.Subscriptions = GraphQLSubscriptionMode.WebSocket;
        (options.ReconnectDelay, options.MaxReconnectDelay) = (TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(2));
        (options.MaxReconnects, options.MaxWaitingEvents) = (int.MaxValue, 1_000_000);
    });

    // Each socket counts from 0.
    private static void AssertWhole(List<Event> events)
    {
        Assert.Equal(0, events[0].Number);
        Assert.Contains(events, static one => one.IsResumed);
        for (var index = 1; index < events.Count; index++)
        {
            var (former, present) = (events[index - 1], events[index]);
            var follows = present.IsResumed
                ? present.Socket > former.Socket && present.Number == 0
                : present.Socket == former.Socket && present.Number == former.Number + 1;
            Assert.True(follows, $"{present} follows {former}.");
        }
    }

    private static async Task<List<Event>> ReadAsync(IGraphQLTransport transport)
    {
        var events = new List<Event>();
        var stop = TestContext.Current.CancellationToken;
        await foreach (var result in transport.SubscribeAsync(MachinesOperation.Subscription, cancellationToken: stop))
        {
            var machine = result.RequireData().Machines[0];
            events.Add(new(int.Parse(machine.Name!, CultureInfo.InvariantCulture), machine.Number!.Value, result.IsResumed));
        }

        return events;
    }

    private static async Task ServeAsync(ServerSocket socket, CuttingProxy proxy)
    {
        await socket.ReadAsync("connection_init");
        await socket.SendAsync("""{"type":"connection_ack"}""");
        var ids = new string[Streams];
        for (var stream = 0; stream < Streams; stream++)
            ids[stream] = await socket.ReadAsync("subscribe");
        var most = proxy.LetsLive ? LastEvents : int.MaxValue;
        // Kestrel drops what is sent to a client that has gone; only who reads is told.
        var end = socket.DrainAsync();
        for (var number = 0; number < most && !end.IsCompleted; number++)
        {
            foreach (var id in ids)
            {
                var machine = $$"""{"name":"{{socket.Number}}","number":{{number}}}""";
                await socket.SendAsync($$$$"""{"id":"{{{{id}}}}","type":"next","payload":{"data":{"machines":[{{{{machine}}}}]}}}""");
            }
        }

        foreach (var id in ids)
            await socket.CompleteAsync(id);
        await end;
    }

    private sealed record Event(int Socket, int Number, bool IsResumed);
}
