using System.Net.WebSockets;
using Lathe.Tests.Support;
using Lathe.WebSockets;
using Microsoft.Extensions.DependencyInjection;
using static Lathe.Tests.WebSockets.SocketClient;

namespace Lathe.Tests.WebSockets;

public sealed class SocketFaultTests
{
    [Fact]
    public async Task NoConnectionAckInTimeNamesThePhase()
    {
        await using var server = await SocketServer.StartAsync(socket => socket.DrainAsync());
        await using var client = Create(server, sockets: options => options.AckTimeout = TimeSpan.FromSeconds(3));
        var exception = await Assert.ThrowsAsync<GraphQLTimeoutException>(() => CountsAsync(client));
        Assert.Contains("waiting for connection_ack", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AServerThatAnswersNoPingIsLeft()
    {
        await using var server = await SocketServer.StartAsync(async socket =>
        {
            var id = await socket.StartAsync();
            if (socket.Number == 2)
            {
                await socket.NextAsync(id, 2);
                await socket.CompleteAsync(id);
            }

            await socket.DrainAsync();
        });
        await using var client = Create(server, sockets: options =>
            (options.PingInterval, options.PongTimeout) = (TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(200)));
        Assert.Equal([2], await CountsAsync(client));
        Assert.Contains("""{"type":"ping"}""", server.Received);
    }

    [Theory]
    [InlineData("""{"type":"next","id":"1","payload":7}""")]
    [InlineData("""{"type":"next","id":"77","payload":{"data":null}}""")]
    [InlineData("""{"type":"next","id":"x","payload":{"data":null}}""")]
    [InlineData("""{"type":"error","id":"1","payload":{}}""")]
    [InlineData("""{"type":"connection_ack"}""")]
    [InlineData("""{"type":"data","id":"1"}""")]
    [InlineData("""{"type":"complete"}""")]
    [InlineData("""{"type":"ping","type":"ping"}""")]
    [InlineData("""{"type":"ping"} x""")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("{\"type\":\"ping\",\"payload\":{\"a\":")]
    public async Task AMessageThatTheProtocolDoesNotHaveClosesWith4400(string message)
    {
        await using var server = await SocketServer.StartAsync(async socket =>
        {
            await socket.StartAsync();
            await socket.SendAsync(message);
            await socket.DrainAsync();
        });
        await using var client = Create(server);
        var exception = await Assert.ThrowsAsync<GraphQLWebSocketException>(() => CountsAsync(client));
        Assert.Equal(4400, exception.CloseCode);
        Assert.Contains(server.Received, text => text.StartsWith("close 4400", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ALateMessageIsIgnored()
    {
        await using var server = await SocketServer.StartAsync(async socket =>
        {
            var id = await socket.StartAsync();
            await socket.CompleteAsync(id);
            await socket.NextAsync(id, 1);
            await socket.CompleteAsync(id);
            var second = await socket.ReadAsync("subscribe");
            await socket.NextAsync(second, 2);
            await socket.CompleteAsync(second);
            await socket.DrainAsync();
        });
        await using var client = Create(server);
        Assert.Empty(await CountsAsync(client));
        Assert.Equal([2], await CountsAsync(client));
        Assert.Equal(1, server.Opened);
    }

    [Fact]
    public async Task AMessageLargerThanTheBoundOrDeeperIsRefused()
    {
        await using var server = await SocketServer.StartAsync(async socket =>
        {
            var id = await socket.StartAsync();
            await socket.NextAsync(id, 5000);
            await socket.DrainAsync();
        });
        await using var client = Create(server, options: options => options.MaxResponseSize = 20_000);
        var exception = await Assert.ThrowsAsync<GraphQLWebSocketException>(() => CountsAsync(client));
        Assert.Contains("MaxResponseSize", exception.Message, StringComparison.Ordinal);
        await UntilAsync(() => server.Received.Any(text => text.StartsWith("close 4400", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task AServerThatTakesNothingWhileEverMoreWaitsLosesTheSocket()
    {
        var (socket, pool) = (new StuckSocket(), new CountingPool());
        var settings = new SocketSettings(
            new GraphQLWebSocketOptions(),
            new GraphQLClientOptions(),
            new Uri("ws://localhost"),
            new SocketKeyForm("Authorization", "Bearer", default),
            pool,
            TimeProvider.System);
        await using (var session = new SocketSession(socket, settings))
        {
            session.Start();
            var end = session.ReceiveAsync(CancellationToken.None);
            for (var number = 0; number < 10_001; number++)
                session.Send(SocketMessageWriter.Complete(pool, number), subscriptions: 1);
            Assert.False(socket.IsAborted);
            session.Send(SocketMessageWriter.Pong(pool), subscriptions: 1);
            session.Send(SocketMessageWriter.Pong(pool), subscriptions: 1);
            var fault = await Assert.ThrowsAsync<SocketFault>(async () => await end);
            Assert.Contains("does not take", fault.Message, StringComparison.Ordinal);
        }

        Assert.Equal((true, 0), (socket.IsAborted, pool.Outstanding));
    }

    private sealed class StuckSocket : WebSocket
    {
        private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool IsAborted => _end.Task.IsCompleted;

        public override WebSocketCloseStatus? CloseStatus => null;

        public override string? CloseStatusDescription => null;

        public override WebSocketState State => WebSocketState.Open;

        public override string? SubProtocol => null;

        public override void Abort() => _end.TrySetResult();

        public override Task CloseAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public override Task CloseOutputAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public override void Dispose() => Abort();

        public override async Task<WebSocketReceiveResult> ReceiveAsync(ArraySegment<byte> buffer, CancellationToken cancellationToken)
        {
            await _end.Task;
            throw new WebSocketException("aborted");
        }

        public override async Task SendAsync(
            ArraySegment<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken)
        {
            await _end.Task;
            throw new WebSocketException("aborted");
        }
    }
}
