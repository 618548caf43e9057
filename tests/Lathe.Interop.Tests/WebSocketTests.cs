using Lathe.Interop.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using static Lathe.Interop.Tests.Support.SocketUser;

namespace Lathe.Interop.Tests;

/// <summary>Subscriptions over WebSockets: graphql-ws, Apollo Server as it documents them, and mercurius, which has code of its own.</summary>
public sealed class WebSocketTests(ForeignServers servers)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> All => ["graphql-ws", "apollo-ws", "mercurius-ws"];

    [Theory]
    [MemberData(nameof(All))]
    [InlineData("lathe")]
    public async Task EventsComeInOrderUntilTheEnd(string server)
    {
        await using var user = Create(servers.Endpoint(server));
        Assert.Equal([(1, "tick 1: \"ü\"\n", false), (2, "tick 2: \"ü\"\n", false), (3, "tick 3: \"ü\"\n", false)], await TicksAsync(user, 3));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task AHundredSubscriptionsShareASocket(string server)
    {
        var endpoint = servers.Endpoint(server);
        var before = await SeenAsync(endpoint);
        await using (var user = Create(endpoint))
        {
            var all = await Task.WhenAll(Enumerable.Range(1, 100).Select(number => TicksAsync(user, number % 7 + 1)));
            Assert.Equal(Enumerable.Range(1, 100).Select(number => number % 7 + 1), all.Select(ticks => ticks.Count));
        }

        var after = await UntilAsync(endpoint, seen => seen.Closes.Length > before.Closes.Length && seen.Open == 0);
        Assert.Equal((1, 1, 100), (after.Opened - before.Opened, after.Inits - before.Inits, after.Subscribes - before.Subscribes));
        Assert.Equal(1000, after.Closes[^1]);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task WhoeverStopsReadingSaysCompleteAndTheSocketGoesOn(string server)
    {
        var endpoint = servers.Endpoint(server);
        var before = await SeenAsync(endpoint);
        await using var user = Create(endpoint);
        await foreach (var result in user.Client.TicksAsync(n: 10_000, delayMs: 1, cancellationToken: Stop))
        {
            if (result.RequireData().Ticks.N == 3)
                break;
        }

        Assert.Single(await TicksAsync(user, 1));
        var after = await UntilAsync(endpoint, seen => seen.Completes > before.Completes);
        Assert.Equal(1, after.Opened - before.Opened);
    }

    [Theory]
    [InlineData("graphql-ws")]
    [InlineData("apollo-ws")]
    [InlineData("lathe")]
    public async Task AnErrorAfterEventsComesLast(string server)
    {
        await using var user = Create(servers.Endpoint(server));
        var results = new List<(int?, string?)>();
        await foreach (var result in user.Client.FailsAfterAsync(n: 2, cancellationToken: Stop))
            results.Add((result.Data?.FailsAfter, result.Errors.Count > 0 ? result.Errors[0].Message : null));
        Assert.Equal([(1, null), (2, null), (null, "It fails after a while.")], results);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task QueriesAndMutationsGoOverTheSocketIfAsked(string server)
    {
        var endpoint = servers.Endpoint(server);
        var before = await SeenAsync(endpoint);
        await using var user = Create(endpoint, options => options.SendQueriesAndMutations = true);
        Assert.Equal("Hello Ada", (await user.Client.HelloAsync("Ada", cancellationToken: Stop)).RequireData().Hello);
        Assert.Equal("new", (await user.Client.RenameAsync("m1", "new", cancellationToken: Stop)).RequireData().Rename.Name);
        var partial = await user.Client.PartialAsync(cancellationToken: Stop);
        Assert.Equal(("yes", "One field fails."), (partial.Data!.Partial!.Good, partial.Errors[0].Message));
        Assert.Empty(user.Sent);
        Assert.Equal((1, 3), ((await SeenAsync(endpoint)).Opened - before.Opened, (await SeenAsync(endpoint)).Subscribes - before.Subscribes));
    }

    [Theory]
    [InlineData("graphql-ws", GraphQLConnectionKeyShape.Payload)]
    [InlineData("graphql-ws", GraphQLConnectionKeyShape.Headers)]
    [InlineData("apollo-ws", GraphQLConnectionKeyShape.Payload)]
    [InlineData("mercurius-ws", GraphQLConnectionKeyShape.Payload)]
    [InlineData("mercurius-ws", GraphQLConnectionKeyShape.Headers)]
    [InlineData("lathe", GraphQLConnectionKeyShape.Payload)]
    [InlineData("lathe", GraphQLConnectionKeyShape.Headers)]
    public async Task TheKeyArrivesWithConnectionInit(string server, GraphQLConnectionKeyShape shape)
    {
        await using var user = Create(
            servers.Endpoint(server),
            options => (options.KeyShape, options.SendQueriesAndMutations) = (shape, true),
            builder => builder.AddBearerToken(options => options.FixedToken = BearerToken.Create("fresh")));
        Assert.Equal("Bearer fresh", (await user.Client.HeaderAsync("authorization", cancellationToken: Stop)).RequireData().Header);
    }

    [Theory]
    [InlineData("graphql-ws-forbids")]
    [InlineData("graphql-ws-unauthorized")]
    [InlineData("graphql-ws-expires")]
    [InlineData("mercurius-ws-forbids")]
    public async Task ARejectedKeyIsRenewedOnce(string server)
    {
        var endpoint = servers.Endpoint(server);
        var before = await SeenAsync(endpoint);
        await using (var user = Create(endpoint, configure: RenewableKey))
            Assert.Equal(2, (await TicksAsync(user, 2)).Count);
        var after = await SeenAsync(endpoint);
        Assert.Equal((2, 2, 1), (after.Opened - before.Opened, after.Inits - before.Inits, after.RenewedInits - before.RenewedInits));

        await using var other = Create(
            endpoint,
            configure: builder => builder.AddBearerToken(options => options.FixedToken = BearerToken.Create("stale")));
        if (server == "graphql-ws-expires")
        {
            await foreach (var result in other.Client.TicksAsync(n: 1, cancellationToken: Stop))
                Assert.Equal("UNAUTHENTICATED", result.Errors[0].Code);
            return;
        }

        var exception = await Assert.ThrowsAsync<GraphQLAuthenticationException>(() => TicksAsync(other, 1));
        Assert.DoesNotContain("stale", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task ACutSocketIsOpenedAgainAndTheNextResultSaysSo(string server)
    {
        var endpoint = servers.Endpoint(server);
        await using var user = Create(endpoint);
        await using var events = user.Client.TicksAsync(n: 1000, delayMs: 20, cancellationToken: Stop).GetAsyncEnumerator(Stop);
        Assert.True(await events.MoveNextAsync());
        for (var cut = 1; cut <= 5; cut++)
        {
            await AskAsync(endpoint, cut % 2 == 0 ? "cut" : "close/1012");
            do
                Assert.True(await events.MoveNextAsync());
            while (!events.Current.IsResumed);
            Assert.Equal(1, events.Current.RequireData().Ticks.N);
        }
    }

    [Theory]
    [InlineData("graphql-ws")]
    [InlineData("apollo-ws")]
    [InlineData("mercurius-ws")]
    public async Task PingsGoBothWays(string server)
    {
        var endpoint = servers.Endpoint(server);
        var before = await SeenAsync(endpoint);
        await using var user = Create(
            endpoint,
            options => (options.PingInterval, options.PongTimeout) = (TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(5)));
        await using var events = user.Client.SilentAsync(cancellationToken: Stop).GetAsyncEnumerator(Stop);
        Assert.True(await events.MoveNextAsync());
        await AskAsync(endpoint, "ping");
        var after = await UntilAsync(endpoint, seen => seen.Pings >= before.Pings + 2 && seen.Pongs > before.Pongs);
        Assert.Equal(1, after.Opened - before.Opened);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task DisposalSaysCompleteClosesWith1000AndThrowsNothing(string server)
    {
        var endpoint = servers.Endpoint(server);
        var before = await SeenAsync(endpoint);
        var user = Create(endpoint);
        await using var events = user.Client.SilentAsync(cancellationToken: Stop).GetAsyncEnumerator(Stop);
        Assert.True(await events.MoveNextAsync());
        var next = events.MoveNextAsync();
        await user.DisposeAsync();
        Assert.False(await next);
        var after = await UntilAsync(endpoint, seen => seen.Closes.Length > before.Closes.Length);
        Assert.Equal((1, 1000), (after.Completes - before.Completes, after.Closes[^1]));
    }

    [Fact]
    public async Task AServerThatNeverAcknowledgesIsToldByName()
    {
        await using var user = Create(servers.Endpoint("graphql-ws-slow"), options => options.AckTimeout = TimeSpan.FromSeconds(2));
        var exception = await Assert.ThrowsAsync<GraphQLTimeoutException>(() => TicksAsync(user, 1));
        Assert.Contains("connection_ack", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheOlderProtocolIsRefusedWithWhatToDo()
    {
        await using var user = Create(servers.Endpoint("legacy-ws"));
        var exception = await Assert.ThrowsAsync<GraphQLWebSocketException>(() => TicksAsync(user, 1));
        Assert.Contains("subscriptions-transport-ws", exception.Message, StringComparison.Ordinal);
        Assert.Contains("upgrade the server", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("yoga")]
    [InlineData("sse")]
    [InlineData("yoga-sse")]
    public async Task AServerWithoutSocketsIsAskedOverHttp(string server)
    {
        await using var user = Create(servers.Endpoint(server), options => options.Subscriptions = GraphQLSubscriptionMode.Automatic);
        Assert.Equal(2, (await TicksAsync(user, 2)).Count);
        Assert.Equal(2, (await TicksAsync(user, 2)).Count);
        Assert.Equal(2, user.Sent.Count);
    }

    private static async Task<List<(int N, string Text, bool IsResumed)>> TicksAsync(ShopUser user, int count)
    {
        var ticks = new List<(int, string, bool)>();
        await foreach (var result in user.Client.TicksAsync(n: count, delayMs: 1, cancellationToken: Stop))
            ticks.Add((result.RequireData().Ticks.N, result.Data!.Ticks.Text, result.IsResumed));
        return ticks;
    }
}
