using Lathe.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using static Lathe.Tests.WebSockets.SocketClient;

namespace Lathe.Tests.WebSockets;

public sealed class SocketCloseTests
{
    [Theory]
    [InlineData(4400, typeof(GraphQLWebSocketException))]
    [InlineData(4401, typeof(GraphQLAuthenticationException))]
    [InlineData(4403, typeof(GraphQLAuthenticationException))]
    [InlineData(4409, typeof(GraphQLWebSocketException))]
    [InlineData(4429, typeof(GraphQLWebSocketException))]
    [InlineData(4500, typeof(GraphQLWebSocketException))]
    [InlineData(1008, typeof(GraphQLWebSocketException))]
    [InlineData(1002, typeof(GraphQLWebSocketException))]
    public async Task AFatalCloseCodeEndsSubscriptionsAndHidesTheKey(int code, Type type)
    {
        await using var server = await SocketServer.StartAsync(async socket =>
        {
            await socket.StartAsync();
            await socket.CloseAsync(code, "no " + TestClient.Key);
            await socket.DrainAsync();
        });
        await using var client = Create(server, builder => builder.AddBearerToken("Api:Key"));
        var exception = await Record.ExceptionAsync(() => CountsAsync(client));
        Assert.IsType(type, exception);
        Assert.Equal(1, server.Opened);
        Assert.Contains(code.ToString(System.Globalization.CultureInfo.InvariantCulture), exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(TestClient.Key, exception.ToString(), StringComparison.Ordinal);
        Assert.Equal((exception as GraphQLWebSocketException)?.CloseCode ?? code, code);
    }

    [Theory]
    [InlineData(1001)]
    [InlineData(1011)]
    [InlineData(1012)]
    [InlineData(1013)]
    [InlineData(4408)]
    [InlineData(4499)]
    public async Task OtherCloseCodesOpenAnotherSocketAsOftenAsTheyMay(int code)
    {
        await using var server = await SocketServer.StartAsync(async socket =>
        {
            await socket.StartAsync();
            await socket.CloseAsync(code, "later");
            await socket.DrainAsync();
        });
        await using var client = Create(server, sockets: options => options.MaxReconnects = 2);
        var exception = await Assert.ThrowsAsync<GraphQLWebSocketException>(() => CountsAsync(client));
        Assert.Equal(3, server.Opened);
        Assert.Contains("after 2 attempts", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARejectedKeyIsRenewedOnce()
    {
        var asked = 0;
        await using var server = await SocketServer.StartAsync(async socket =>
        {
            var init = await socket.ReadAsync();
            if (init?.GetProperty("payload").GetProperty("headers").GetProperty("Authorization").GetString() != "Bearer key-number-2")
            {
                await socket.CloseAsync(4401, "Unauthorized");
                await socket.DrainAsync();
                return;
            }

            await socket.SendAsync("""{"type":"connection_ack"}""");
            var id = await socket.ReadAsync("subscribe");
            await socket.NextAsync(id, 3);
            await socket.CompleteAsync(id);
            await socket.DrainAsync();
        });
        await using var client = Create(
            server,
            builder => builder.AddBearerToken(
                options => options.Provider = (_, _) => new(BearerToken.Create($"key-number-{Interlocked.Increment(ref asked)}"))),
            options => options.KeyShape = GraphQLConnectionKeyShape.Headers);
        Assert.Equal([3], await CountsAsync(client));
        Assert.Equal((2, 2), (asked, server.Opened));
    }

    [Fact]
    public async Task AnErrorThatSaysTheKeyExpiredRenewsItOnAnotherSocket()
    {
        var asked = 0;
        await using var server = await SocketServer.StartAsync(async socket =>
        {
            var id = await socket.StartAsync();
            if (socket.Number == 1)
            {
                await socket.SendAsync($$$"""{"id":"{{{id}}}","type":"error","payload":[{"message":"old","extensions":{"code":"UNAUTHENTICATED"}}]}""");
                await socket.DrainAsync();
                return;
            }

            await socket.NextAsync(id, 3);
            await socket.CompleteAsync(id);
            await socket.DrainAsync();
        });
        await using var client = Create(
            server,
            builder => builder.AddBearerToken(
                options => options.Provider = (_, _) => new(BearerToken.Create($"key-number-{Interlocked.Increment(ref asked)}"))));
        Assert.Equal([3], await CountsAsync(client));
        Assert.Equal((2, 2), (asked, server.Opened));
        Assert.Contains(
            "key-number-2", server.Received.Last(text => text.Contains("connection_init", StringComparison.Ordinal)), StringComparison.Ordinal);
        // Never again with the old key: its answer would be taken for the answer to the new one.
        Assert.Equal(2, server.Received.Count(static text => text.Contains("\"type\":\"subscribe\"", StringComparison.Ordinal)));
    }
}
