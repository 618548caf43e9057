using Lathe.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using static Lathe.Tests.WebSockets.SocketClient;

namespace Lathe.Tests.WebSockets;

public sealed class SocketSharingTests
{
    [Theory]
    [InlineData(GraphQLFullMode.Fail)]
    [InlineData(GraphQLFullMode.DropOldest)]
    [InlineData(GraphQLFullMode.Wait)]
    public async Task ASlowReaderGetsWhatWasChosenAndStallsNobody(GraphQLFullMode mode)
    {
        await using var server = await SocketServer.StartAsync(async socket =>
        {
            var id = await socket.StartAsync();
            for (var number = 1; number <= 20; number++)
                await socket.NextAsync(id, number);
            await socket.CompleteAsync(id);
            while (true)
            {
                id = await socket.ReadAsync("subscribe");
                await socket.NextAsync(id, 1);
                await socket.CompleteAsync(id);
            }
        });
        await using var client = Create(server, sockets: options => (options.MaxWaitingEvents, options.WhenFull) = (4, mode));
        await using var slow = Enumerate(client);
        var counts = new List<int>();
        Assert.True(await slow.MoveNextAsync());
        counts.Add(slow.Current.Data!.Machines.Count);
        if (mode != GraphQLFullMode.Wait)
            Assert.Equal([1], await CountsAsync(client));
        else
            Assert.Equal(4, (await CountsAsync(client, most: 4)).Count);
        var exception = await Record.ExceptionAsync(async () =>
        {
            while (await slow.MoveNextAsync())
                counts.Add(slow.Current.Data!.Machines.Count);
        });
        Assert.Equal(mode == GraphQLFullMode.Fail ? typeof(GraphQLTransportException) : null, exception?.GetType());
        Assert.Equal(counts.Order().Distinct(), counts);
        if (mode == GraphQLFullMode.Wait)
            Assert.Equal(Enumerable.Range(1, 20), counts);
        else if (mode == GraphQLFullMode.DropOldest)
            Assert.Equal([17, 18, 19, 20], counts.TakeLast(4));
        else
            Assert.Contains("MaxWaitingEvents", exception!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMutationIsNeverSentTwiceAndAQueryIs()
    {
        await using var server = await SocketServer.StartAsync(async socket =>
        {
            var id = await socket.StartAsync();
            if (socket.Number % 2 == 1)
            {
                socket.Abort();
                return;
            }

            await socket.NextAsync(id, 2);
            await socket.CompleteAsync(id);
            await socket.DrainAsync();
        });
        await using (var client = Create(server, sockets: options => options.SendQueriesAndMutations = true))
            Assert.Equal(2, (await client.MachinesAsync()).Data!.Machines.Count);
        await using var other = Create(server, sockets: options => options.SendQueriesAndMutations = true);
        var exception = await Assert.ThrowsAsync<GraphQLConnectionException>(() => other.RenameAsync());
        Assert.Contains("not sent again", exception.Message, StringComparison.Ordinal);
        Assert.Single(server.Received, text => text.Contains("Rename", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AServerWithoutSocketsIsAskedOverHttpFromThenOn()
    {
        var events = 0;
        await using var server = await SocketServer.StartAsync(
            _ => Task.CompletedTask,
            refuses: true,
            otherwise: async context =>
            {
                if (context.Request.Method != "POST")
                {
                    context.Response.StatusCode = 405;
                    return;
                }

                Interlocked.Increment(ref events);
                context.Response.ContentType = "text/event-stream";
                await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(
                    context.Response, "event: next\ndata: " + MachinesOperation.Machines(4) + "\n\nevent: complete\n\n");
            });
        await using var client = Create(server, sockets: options => options.Subscriptions = GraphQLSubscriptionMode.Automatic);
        Assert.Equal([4], await CountsAsync(client));
        Assert.Equal([4], await CountsAsync(client));
        await using var strict = Create(server);
        var exception = await Assert.ThrowsAsync<GraphQLWebSocketException>(() => CountsAsync(strict));
        Assert.Contains("405", exception.Message, StringComparison.Ordinal);
        Assert.Equal(2, events);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("graphql-ws")]
    public async Task AServerOfTheOlderProtocolIsNamed(string? subprotocol)
    {
        await using var server = await SocketServer.StartAsync(socket => socket.DrainAsync(), subprotocol: subprotocol);
        await using var client = Create(server);
        var exception = await Assert.ThrowsAsync<GraphQLWebSocketException>(() => CountsAsync(client));
        Assert.Contains("subscriptions-transport-ws", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DisposalEndsSubscriptionsWithoutAnExceptionAndSaysGoodbye()
    {
        await using var server = await SocketServer.StartAsync(async socket =>
        {
            var id = await socket.StartAsync();
            await socket.NextAsync(id, 1);
            await socket.DrainAsync();
        });
        var client = Create(server);
        await using var events = Enumerate(client);
        Assert.True(await events.MoveNextAsync());
        await client.DisposeAsync();
        Assert.False(await events.MoveNextAsync());
        Assert.Equal(["""{"id":"1","type":"complete"}""", "close 1000 "], server.Received.TakeLast(2));
    }

    [Fact]
    public async Task AnIdleSocketClosesAfterAWhile()
    {
        await using var server = await SocketServer.StartAsync(async socket =>
        {
            var id = await socket.StartAsync();
            await socket.CompleteAsync(id);
            await socket.DrainAsync();
        });
        await using var client = Create(server, sockets: options => options.IdleTimeout = TimeSpan.FromMilliseconds(50));
        Assert.Empty(await CountsAsync(client));
        await UntilAsync(() => server.Received.Contains("close 1000 ") && server.Open == 0);
        Assert.Empty(await CountsAsync(client));
        Assert.Equal(2, server.Opened);
    }
}
