using Lathe.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using static Lathe.Tests.WebSockets.SocketClient;

namespace Lathe.Tests.WebSockets;

public sealed class WebSocketTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, "HTTP/1.1")]
    [InlineData(true, "HTTP/2")]
    public async Task EachNextIsAResultUntilComplete(bool tls, string protocol)
    {
        await using var server = await SocketServer.StartAsync(
            async socket =>
            {
                var id = await socket.StartAsync();
                await socket.SendAsync("""{"type":"ping"}""");
                await socket.NextAsync(id, 1);
                await socket.SendAsync($$"""{"payload":{{MachinesOperation.Machines(300)}},"type":"next","id":"{{id}}"}""");
                await socket.CompleteAsync(id);
                await socket.DrainAsync();
            },
            tls);
        await using (var client = Create(server, builder => builder.AddBearerToken("Api:Key")))
            Assert.Equal([1, 300], await CountsAsync(client));
        Assert.Equal([protocol], server.Protocols);
        Assert.Equal(
            "{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer "
                + TestClient.Key.Replace("+", "\\u002B", StringComparison.Ordinal)
                + "\"}}",
            server.Received.First());
        Assert.Contains("""{"type":"pong"}""", server.Received);
        Assert.Contains("close 1000 ", server.Received);
    }

    [Fact]
    public async Task SubscriptionsShareASocketAndLeaveItOneByOne()
    {
        await using var server = await SocketServer.StartAsync(async socket =>
        {
            var first = await socket.StartAsync();
            await socket.NextAsync(first, 1);
            var second = await socket.ReadAsync("subscribe");
            await socket.NextAsync(second, 2);
            await socket.DrainAsync();
        });
        await using var client = Create(server);
        await using var one = Enumerate(client);
        Assert.True(await one.MoveNextAsync());
        await using (var two = Enumerate(client))
        {
            Assert.True(await two.MoveNextAsync());
            Assert.Equal(2, two.Current.Data!.Machines.Count);
        }

        await UntilAsync(() => server.Received.Contains("""{"id":"2","type":"complete"}"""));
        Assert.Equal(1, server.Opened);
    }

    [Fact]
    public async Task ABrokenSocketIsOpenedAgainAndTheNextResultSaysSo()
    {
        await using var server = await SocketServer.StartAsync(async socket =>
        {
            var id = await socket.StartAsync();
            await socket.NextAsync(id, socket.Number);
            if (socket.Number == 1)
            {
                await Task.Delay(50);
                socket.Abort();
                return;
            }

            await socket.NextAsync(id, 5);
            await socket.CompleteAsync(id);
            await socket.DrainAsync();
        });
        await using var client = Create(server);
        var seen = new List<(int, bool)>();
        await foreach (var result in client.Transport.SubscribeAsync(MachinesOperation.Subscription, cancellationToken: Stop))
            seen.Add((result.Data!.Machines.Count, result.IsResumed));
        Assert.Equal([(1, false), (2, true), (5, false)], seen);
        Assert.Equal(["1", "2"], server.Received.Where(text => text.Contains("subscribe", StringComparison.Ordinal)).Select(text => text[7..8]));
    }
}
