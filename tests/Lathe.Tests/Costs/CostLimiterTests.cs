using System.Globalization;
using Lathe.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Lathe.Tests.Costs;

/// <summary>A client that stays within the points that a server gives it.</summary>
public sealed class CostLimiterTests
{
    private readonly LeapingTime _time = new();

    [Fact]
    public async Task ACallWaitsUntilTheServerHasEnoughLeftForWhatTheOperationCosts()
    {
        await using var server = await LoopbackServer.StartAsync(context => Reply.Json(context, Answer(available: 10, cost: 60)));
        await using var client = Create(server);
        await client.MachinesAsync();
        Assert.Empty(_time.Waits);
        await client.MachinesAsync();
        // 50 points are missing, at 25 a second.
        Assert.Equal(2.0, Assert.Single(_time.Waits).TotalSeconds, 0.01);
        Assert.Equal(2, server.Received.Count);
    }

    [Fact]
    public async Task WhatIsUnderWayCountsUntilItIsAnswered()
    {
        var gate = new TaskCompletionSource();
        var calls = 0;
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            var call = Interlocked.Increment(ref calls);
            if (call == 2)
                await gate.Task;
            await Reply.Json(context, Answer(available: call switch { 1 => 100, 2 => 40, _ => 0 }, cost: 60));
        });
        await using var client = Create(server);
        await client.MachinesAsync();
        var second = client.MachinesAsync();
        await UntilAsync(() => calls == 2);
        // 60 of the 100 points are under way; 20 are missing, at 25 a second.
        await client.MachinesAsync();
        Assert.Equal(0.8, Assert.Single(_time.Waits).TotalSeconds, 0.01);
        gate.SetResult();
        await second;
        // Nobody knows which of the two was charged first: there are 0 points at most, and 20 below that at least.
        await client.MachinesAsync();
        Assert.InRange(_time.Waits.Skip(1).Sum(static wait => wait.TotalSeconds), 2.4, 3.21);
    }

    [Fact]
    public async Task GitHubsResetIsWaitedForAndThenAllIsBack()
    {
        var reset = _time.GetUtcNow().AddSeconds(30).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        await using var server = await LoopbackServer.StartAsync(context =>
            AnswerWith(context, ("x-ratelimit-remaining", "0"), ("x-ratelimit-limit", "5000"), ("x-ratelimit-reset", reset)));
        await using var client = Create(server);
        await client.MachinesAsync();
        await client.MachinesAsync();
        Assert.Equal(30.0, Assert.Single(_time.Waits).TotalSeconds, 0.01);
    }

    [Fact]
    public async Task ACallThatCanNotWaitSoLongFailsAtOnceAndSendsNothing()
    {
        await using var server = await LoopbackServer.StartAsync(context => AnswerWith(context, ("Retry-After", "45")));
        await using var client = TestClient.Create(server.Endpoint, b => b.AddCostLimiter());
        await client.MachinesAsync();
        var exception = await Assert.ThrowsAsync<GraphQLRateLimitException>(() => client.MachinesAsync());
        Assert.InRange(exception.RetryAfter!.Value.TotalSeconds, 30, 45.1);
        Assert.Contains("nothing was sent", exception.Message, StringComparison.Ordinal);
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task EachTenantHasABudgetOfItsOwn()
    {
        await using var server = await LoopbackServer.StartAsync(context => AnswerWith(
            context, ("Retry-After", context.Request.Headers.Authorization == "Bearer key-of-a" ? "45" : "0")));
        await using var client = TestClient.Create(
            server.Endpoint,
            b => b.AddCostLimiter().AddBearerToken(o => o.Provider = static (request, _) => new(BearerToken.Create("key-of-" + request.Tenant))));
        await client.MachinesAsync(new() { Tenant = "a" });
        await client.MachinesAsync(new() { Tenant = "b" });
        await client.MachinesAsync(new() { Tenant = "b" });
        await Assert.ThrowsAsync<GraphQLRateLimitException>(() => client.MachinesAsync(new() { Tenant = "a" }));
        Assert.Equal(3, server.Received.Count);
    }

    [Fact]
    public async Task AReserveIsLeftToOthers()
    {
        await using var server = await LoopbackServer.StartAsync(context => Reply.Json(context, Answer(available: 100, cost: 60)));
        await using var client = Create(server, o => o.Reserve = 90);
        await client.MachinesAsync();
        await client.MachinesAsync();
        Assert.Equal(2.0, Assert.Single(_time.Waits).TotalSeconds, 0.01);
    }

    [Fact]
    public async Task AReaderOfOnesOwnIsAsked()
    {
        await using var server = await LoopbackServer.StartAsync(context => AnswerWith(context, ("X-Left", "0"), ("Retry-After", "3600")));
        await using var client = Create(server, o => o.Reader = new LeftReader());
        await client.MachinesAsync();
        await client.MachinesAsync();
        Assert.Equal(7.0, Assert.Single(_time.Waits).TotalSeconds, 0.01);
    }

    [Fact]
    public async Task AnswersThatSayNothingHoldNothingBack()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var client = Create(server);
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => client.MachinesAsync()));
        Assert.Equal(50, server.Received.Count);
        Assert.Empty(_time.Waits);
    }

    [Fact]
    public void OptionsThatMakeNoSenseAreRefused() =>
        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddHttpClient("x").AddCostLimiter(o => o.Reserve = double.NaN));

    private static string Answer(int available, int cost) =>
        "{\"data\":{\"machines\":[]},\"extensions\":{\"cost\":{\"requestedQueryCost\":" + cost
        + ",\"throttleStatus\":{\"maximumAvailable\":150,\"currentlyAvailable\":" + available + ",\"restoreRate\":25}}}}";

    private static Task AnswerWith(HttpContext context, params (string Name, string Value)[] headers)
    {
        foreach (var (name, value) in headers)
            context.Response.Headers[name] = value;
        return Reply.Json(context, MachinesOperation.TwoMachines);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (var i = 0; i < 500 && !condition(); i++)
            await Task.Delay(10);
        Assert.True(condition());
    }

    private TestClient Create(LoopbackServer server, Action<GraphQLCostLimitOptions>? configure = null) => TestClient.Create(
        server.Endpoint, b => b.AddCostLimiter(configure), o => o.Timeout = Timeout.InfiniteTimeSpan, s => s.AddSingleton<TimeProvider>(_time));

    private sealed class LeftReader : IGraphQLCostReader
    {
        public GraphQLCostStatus? Read(GraphQLCostAnswer answer) =>
            answer.Number("X-Left") is { } left ? new() { Available = left, ResetsAt = answer.ReceivedAt.AddSeconds(7) } : null;
    }
}
