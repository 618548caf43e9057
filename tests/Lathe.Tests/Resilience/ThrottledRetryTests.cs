using Lathe.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Lathe.Tests.Resilience;

/// <summary>A refusal in a body: the points of the caller are used up.</summary>
public sealed class ThrottledRetryTests
{
    private const string Throttled = """
        {"errors":[{"message":"Throttled","extensions":{"code":"THROTTLED"}}],"extensions":{"cost":{"requestedQueryCost":202,"actualQueryCost":null,
        "throttleStatus":{"maximumAvailable":1000.0,"currentlyAvailable":2,"restoreRate":50.0}}}}
        """;

    private readonly LeapingTime _time = new();
    private int _calls;

    [Fact]
    public async Task AThrottledQueryIsSentAgainWhenItsPointsAreBack()
    {
        await using var server = await RefuseAsync(1, Throttled);
        await using var client = Create(server);
        Assert.Equal(2, (await client.MachinesAsync()).RequireData().Machines.Count);
        Assert.Equal(2, server.Received.Count);
        // 200 points at 50 a second, and a part of BaseDelay.
        var wait = Assert.Single(_time.Waits);
        Assert.InRange(wait, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(4.5));
    }

    [Theory]
    [InlineData("""{"errors":[{"message":"Rate limit exceeded","extensions":{"code":"RATELIMITED"}}]}""", 400)]
    [InlineData("""{"errors":[{"message":"x","extensions":{"code":"throttled"}}],"data":null}""", 200)]
    public async Task WithoutAWordOfWhenTheWaitsGrow(string refusal, int status)
    {
        await using var server = await RefuseAsync(2, refusal, status);
        await using var client = Create(server);
        (await client.MachinesAsync()).RequireData();
        Assert.Equal(3, server.Received.Count);
        Assert.Collection(
            _time.Waits,
            first => Assert.InRange(first, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1)),
            second => Assert.InRange(second, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1.5)));
    }

    [Fact]
    public async Task GitHubsHeadersSayWhen()
    {
        var reset = _time.GetUtcNow().AddSeconds(20).ToUnixTimeSeconds();
        const string Refusal = """{"errors":[{"type":"RATE_LIMITED","message":"API rate limit exceeded"}]}""";
        await using var server = await RefuseAsync(1, Refusal, 200, ("x-ratelimit-remaining", "0"), ("x-ratelimit-reset", $"{reset}"));
        await using var client = Create(server);
        (await client.MachinesAsync()).RequireData();
        Assert.InRange(Assert.Single(_time.Waits), TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(20.5));
    }

    [Theory]
    [InlineData("THROTTLED", ""","path":["machines"]""", "null", "{}")]
    [InlineData("THROTTLED", "", """{"machines":[]}""", "{}")]
    [InlineData("OTHER", "", "null", """{"throttleStatus":{"currentlyAvailable":0,"restoreRate":50}}""")]
    [InlineData("THROTTLED", "", "null", """{"requestedQueryCost":2000,"throttleStatus":{"maximumAvailable":1000,"currentlyAvailable":900,"restoreRate":50}}""")]
    [InlineData("THROTTLED", "", "null", """{"requestedQueryCost":900,"throttleStatus":{"maximumAvailable":1000,"currentlyAvailable":0,"restoreRate":1}}""")]
    public async Task WhatWaitingDoesNotMendOrMayHaveBeenExecutedIsGivenToTheCaller(string code, string path, string data, string cost)
    {
        var error = """{"message":"x","extensions":{"code":""" + '"' + code + "\"}" + path + "}";
        var answer = "{\"errors\":[" + error + "],\"data\":" + data + ",\"extensions\":{\"cost\":" + cost + "}}";
        await using var server = await RefuseAsync(1, answer);
        await using var client = Create(server);
        Assert.Single((await client.MachinesAsync()).Errors);
        Assert.Single(server.Received);
        Assert.Empty(_time.Waits);
    }

    [Fact]
    public async Task AMutationIsSentAgainOnlyWhenAllowed()
    {
        await using var server = await RefuseAsync(1, Throttled);
        await using var client = Create(server);
        Assert.Equal("THROTTLED", Assert.Single((await client.RenameAsync()).Errors).Code);
        Assert.Single(server.Received);
        _calls = 0;
        (await client.RenameAsync(new() { AllowRetry = true })).RequireData();
        Assert.Equal(3, server.Received.Count);
    }

    [Fact]
    public async Task AWaitBeyondTheCallsTimeIsGivenToTheCallerAtOnce()
    {
        await using var server = await RefuseAsync(1, Throttled);
        await using var client = TestClient.Create(server.Endpoint, b => b.AddStandardGraphQLResilience());
        Assert.Single((await client.MachinesAsync(new() { Timeout = TimeSpan.FromSeconds(3) })).Errors);
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task RetriesHaveOneBoundWhateverTheRefusalsAre()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
            Interlocked.Increment(ref _calls) % 2 == 0 ? Reply.Json(context, "", status: 503) : Reply.Json(context, Throttled));
        await using var client = Create(server);
        await Assert.ThrowsAsync<GraphQLHttpException>(() => client.MachinesAsync());
        Assert.Equal(4, server.Received.Count);
    }

    [Fact]
    public async Task WithoutResilienceTheRefusalIsTheCallers()
    {
        await using var server = await RefuseAsync(1, Throttled);
        await using var client = TestClient.Create(server.Endpoint);
        Assert.Equal("THROTTLED", Assert.Single((await client.MachinesAsync()).Errors).Code);
        Assert.Single(server.Received);
    }

    private TestClient Create(LoopbackServer server) => TestClient.Create(
        server.Endpoint,
        b => b.AddStandardGraphQLResilience(),
        o => o.Timeout = Timeout.InfiniteTimeSpan,
        s => s.AddSingleton<TimeProvider>(_time));

    private Task<LoopbackServer> RefuseAsync(int times, string answer, int status = 200, params (string Name, string Value)[] headers) =>
        LoopbackServer.StartAsync(context =>
        {
            if (Interlocked.Increment(ref _calls) > times)
                return Reply.Json(context, MachinesOperation.TwoMachines);
            foreach (var (name, value) in headers)
                context.Response.Headers[name] = value;
            return Reply.Json(context, answer, status: status);
        });
}
