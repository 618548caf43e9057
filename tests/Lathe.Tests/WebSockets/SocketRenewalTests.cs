using System.Collections.Concurrent;
using Lathe.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using static Lathe.Tests.WebSockets.SocketClient;

namespace Lathe.Tests.WebSockets;

public sealed class SocketRenewalTests
{
    private const int Many = 1000;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AThousandSubscriptionsAfterABrokenConnectionMakeOneSocketAndOneRenewal(bool rejectsByClose)
    {
        var asked = 0;
        await using var server = await SocketServer.StartAsync(socket => socket.Number switch
        {
            1 => BreakAsync(socket),
            2 => rejectsByClose ? CloseAsync(socket, 4401) : RejectEachAsync(socket),
            _ => AnswerEachAsync(socket),
        });
        await using var client = Create(server, builder => builder.AddBearerToken(
            options => options.Provider = (_, _) => new(BearerToken.Create($"key-number-{Interlocked.Increment(ref asked)}"))));
        var seen = new ConcurrentBag<(int, bool)>();
        await Task.WhenAll(Enumerable.Range(0, Many).Select(async _ =>
        {
            await foreach (var result in client.Transport.SubscribeAsync(MachinesOperation.Subscription))
                seen.Add((result.Data?.Machines.Count ?? -1, result.IsResumed));
        }));
        Assert.Equal(Many, seen.Count);
        Assert.All(seen, result => Assert.Equal((2, true), result));
        Assert.Equal((3, 2), (server.Opened, asked));
        Assert.Equal(
            ["key-number-1", "key-number-1", "key-number-2"],
            server.Received.Where(text => text.Contains("connection_init", StringComparison.Ordinal)).Select(text => text[^15..^3]));
    }

    [Fact]
    public async Task AServerThatRejectsEveryKeyIsGivenTwo()
    {
        var asked = 0;
        await using var server = await SocketServer.StartAsync(async socket =>
        {
            await CloseAsync(socket, 4403);
        });
        await using var client = Create(server, builder => builder.AddBearerToken(
            options => options.Provider = (_, _) => new(BearerToken.Create($"key-number-{Interlocked.Increment(ref asked)}"))));
        var exception = await Assert.ThrowsAsync<GraphQLAuthenticationException>(() => CountsAsync(client));
        Assert.Contains("4403", exception.Message, StringComparison.Ordinal);
        Assert.Equal((2, 2), (server.Opened, asked));
        await UntilAsync(() => server.Received.Count(text => text == "close 1000 ") == 2);
    }

    [Fact]
    public async Task ARefusalInTheWordsOfTheOlderProtocolRejectsTheKey()
    {
        await using var server = await SocketServer.StartAsync(async socket =>
        {
            await socket.ReadAsync("connection_init");
            await socket.SendAsync("""{"type":"connection_error","payload":{"message":"Forbidden"}}""");
            await socket.DrainAsync();
        });
        await using var client = Create(server, builder => builder.AddBearerToken("Api:Key"));
        var exception = await Assert.ThrowsAsync<GraphQLAuthenticationException>(() => CountsAsync(client));
        Assert.Contains("connection_error {\"message\":\"Forbidden\"}", exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, server.Opened);
    }

    [Fact]
    public async Task AKeyThatExpiresSoonOpensAnotherSocketBefore()
    {
        var asked = 0;
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var server = await SocketServer.StartAsync(async socket =>
        {
            var id = await socket.StartAsync();
            await socket.NextAsync(id, socket.Number);
            await socket.DrainAsync();
        });
        await using var client = Create(
            server,
            builder => builder.AddBearerToken(options => options.Provider = (_, _) =>
                new(BearerToken.Create($"key-number-{Interlocked.Increment(ref asked)}", time.GetUtcNow().AddMinutes(5)))),
            services: services => services.AddSingleton<TimeProvider>(time));
        await using var events = Enumerate(client);
        Assert.True(await events.MoveNextAsync());
        time.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(1, server.Opened);
        time.Advance(TimeSpan.FromSeconds(31));
        Assert.True(await events.MoveNextAsync());
        Assert.Equal((2, true), (events.Current.Data!.Machines.Count, events.Current.IsResumed));
        Assert.Equal((2, 2), (server.Opened, asked));
    }

    private static async Task BreakAsync(ServerSocket socket)
    {
        await socket.StartAsync();
        for (var number = 1; number < Many; number++)
            await socket.ReadAsync("subscribe");
        socket.Abort();
    }

    private static async Task CloseAsync(ServerSocket socket, int code)
    {
        await socket.ReadAsync();
        await socket.CloseAsync(code, "no");
        await socket.DrainAsync();
    }

    private static async Task RejectEachAsync(ServerSocket socket)
    {
        for (var id = await socket.StartAsync(); ; id = await socket.ReadAsync("subscribe"))
            await socket.SendAsync($$$"""{"id":"{{{id}}}","type":"error","payload":[{"message":"old","extensions":{"code":"UNAUTHENTICATED"}}]}""");
    }

    private static async Task AnswerEachAsync(ServerSocket socket)
    {
        for (var id = await socket.StartAsync(); ; id = await socket.ReadAsync("subscribe"))
        {
            await socket.NextAsync(id, 2);
            await socket.CompleteAsync(id);
        }
    }
}
