using Lathe.Headers;
using System.Globalization;
using Lathe.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Polly;

namespace Lathe.Tests.Resilience;

public sealed class GraphQLResilienceTests
{
    private int _calls;

    [Theory]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task AQueryIsSentAgain(int status)
    {
        await using var server = await StartAsync(status, failures: 2);
        await using var client = Create(server);
        Assert.Equal(2, (await client.MachinesAsync()).RequireData().Machines.Count);
        Assert.Equal(3, server.Received.Count);
        Assert.Single(server.Received.Select(request => request.Body).Distinct());
        Assert.All(server.Received, request => Assert.Equal("Bearer " + TestClient.Key, request.Authorization));
    }

    [Fact]
    public async Task RetriesHaveABound()
    {
        await using var server = await StartAsync(503, failures: 100);
        await using var client = Create(server);
        await Assert.ThrowsAsync<GraphQLHttpException>(() => client.MachinesAsync());
        Assert.Equal(4, server.Received.Count);
    }

    [Fact]
    public async Task TurnedOnTwiceTheLastOptionsCountAndAttemptsDoNotMultiply()
    {
        await using var server = await StartAsync(503, failures: 100);
        await using var client = TestClient.Create(server.Endpoint, builder => builder
            .AddStandardGraphQLResilience()
            .AddStandardGraphQLResilience(o => (o.MaxRetries, o.BaseDelay) = (2, TimeSpan.FromMilliseconds(1))));
        await Assert.ThrowsAsync<GraphQLHttpException>(() => client.MachinesAsync());
        Assert.Equal(3, server.Received.Count);
    }

    [Fact]
    public async Task AMutationIsSentAgainOnlyWhenAllowed()
    {
        await using var server = await StartAsync(503, failures: 100);
        await using var client = Create(server);
        await Assert.ThrowsAsync<GraphQLHttpException>(() => client.RenameAsync());
        Assert.Single(server.Received);
        await Assert.ThrowsAsync<GraphQLHttpException>(() => client.RenameAsync(new() { AllowRetry = true }));
        Assert.Equal(5, server.Received.Count);
        await using var lenient = Create(server, o => o.RetryMutations = true);
        await Assert.ThrowsAsync<GraphQLHttpException>(() => lenient.RenameAsync());
        Assert.Equal(9, server.Received.Count);
    }

    [Fact]
    public async Task AStatusThatAnotherAttemptDoesNotMendIsNotRetried()
    {
        await using var server = await StartAsync(400, failures: 100);
        await using var client = Create(server);
        await Assert.ThrowsAsync<GraphQLHttpException>(() => client.MachinesAsync());
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task AConnectionThatBreaksIsMadeAgain()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            if (Interlocked.Increment(ref _calls) == 1)
                context.Abort();
            return Reply.Json(context, MachinesOperation.TwoMachines);
        });
        await using var client = Create(server);
        await client.MachinesAsync();
        Assert.Equal(2, _calls);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RetryAfterIsWaitedFor(bool asDate)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        var after = asDate ? time.GetUtcNow().AddSeconds(20).ToString("r", CultureInfo.InvariantCulture) : "20";
        await using var server = await StartAsync(429, failures: 1, after);
        await using var client = Create(server, services: s => s.AddSingleton<TimeProvider>(time));
        var call = client.MachinesAsync(new() { Timeout = Timeout.InfiniteTimeSpan });
        await UntilAsync(() => server.Received.Count == 1);
        await Task.Delay(200, TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromSeconds(19));
        await Task.Delay(200, TestContext.Current.CancellationToken);
        Assert.Single(server.Received);
        while (!call.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        await call;
        Assert.Equal(2, server.Received.Count);
    }

    [Fact]
    public async Task ARetryAfterBeyondTheBoundIsGivenToTheCaller()
    {
        await using var server = await StartAsync(429, failures: 1, "3600");
        await using var client = Create(server);
        var exception = await Assert.ThrowsAsync<GraphQLTooManyRequestsException>(() => client.MachinesAsync());
        Assert.Equal(TimeSpan.FromHours(1), exception.RetryAfter);
        Assert.Contains("The server asks to wait 3600 s.", exception.Message, StringComparison.Ordinal);
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task ARetryAfterBeyondTheCallsTimeIsGivenToTheCallerAtOnce()
    {
        await using var server = await StartAsync(429, failures: 1, "20");
        await using var client = Create(server);
        var exception = await Assert.ThrowsAsync<GraphQLTooManyRequestsException>(
            () => client.MachinesAsync(new() { Timeout = TimeSpan.FromSeconds(10) }));
        Assert.Equal(TimeSpan.FromSeconds(20), exception.RetryAfter);
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task ACertificateThatIsNotTrustedIsNotAskedForAgain()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines, tls: true);
        var asked = 0;
        await using var client = TestClient.Create(server.Endpoint, builder => builder
            .AddStandardGraphQLResilience(o => o.BaseDelay = TimeSpan.FromMilliseconds(1))
            .ConfigurePrimaryHttpMessageHandler(
                (handler, _) => ((SocketsHttpHandler)handler).SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => ++asked < 0));
        var exception = await Assert.ThrowsAsync<GraphQLConnectionException>(() => client.MachinesAsync());
        Assert.Contains("no secure connection to", exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task ACircuitBreakerOfOnesOwnIsATypedException()
    {
        await using var server = await StartAsync(503, failures: 100);
        await using var client = TestClient.Create(server.Endpoint, builder => builder.AddResilienceHandler("own", pipeline =>
            pipeline.AddCircuitBreaker(new() { MinimumThroughput = 2, FailureRatio = 0.1, ShouldHandle = _ => new(true) })));
        await Assert.ThrowsAsync<GraphQLHttpException>(() => client.MachinesAsync());
        await Assert.ThrowsAsync<GraphQLHttpException>(() => client.MachinesAsync());
        var exception = await Assert.ThrowsAsync<GraphQLConnectionException>(() => client.MachinesAsync());
        Assert.Contains("a resilience handler of the client let nothing through to http://localhost:", exception.Message, StringComparison.Ordinal);
        Assert.Equal(2, server.Received.Count);
    }

    [Fact]
    public async Task NothingIsSentAgainUnlessItIsTurnedOn()
    {
        await using var server = await StartAsync(503, failures: 1);
        await using var client = TestClient.Create(server.Endpoint);
        await Assert.ThrowsAsync<GraphQLHttpException>(() => client.MachinesAsync());
        Assert.Single(server.Received);
    }

    [Theory]
    [InlineData("120", 120.0)]
    [InlineData("0", 0.0)]
    [InlineData("Mon, 23 Nov 2026 12:01:00 GMT", 60.0)]
    [InlineData("Mon, 23 Nov 2026 11:00:00 GMT", 0.0)]
    [InlineData("soon", null)]
    [InlineData("-5", null)]
    [InlineData("1.5", 1.5)]
    [InlineData("99999999999999999999999", 365.0 * 24 * 3600)]
    [InlineData("Sat, 06 Nov 9999 08:49:37 GMT", 365.0 * 24 * 3600)]
    [InlineData("Sunday, 06-Nov-94 08:49:37 GMT", 0.0)]
    [InlineData("NaN", null)]
    [InlineData("Infinity", null)]
    [InlineData("1e9", null)]
    [InlineData("11-24", null)]
    [InlineData("", null)]
    public void RetryAfterIsReadAsSecondsOrDate(string text, double? seconds)
    {
        using var response = new HttpResponseMessage();
        response.Headers.TryAddWithoutValidation("Retry-After", text);
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal(seconds is { } value ? TimeSpan.FromSeconds(value) : null, RetryAfter.Read(response, time));
    }

    private static TestClient Create(
        LoopbackServer server, Action<GraphQLResilienceOptions>? configure = null, Action<IServiceCollection>? services = null) =>
        TestClient.Create(
            server.Endpoint,
            b => b.AddBearerToken("Api:Key").AddStandardGraphQLResilience(o =>
            {
                o.BaseDelay = TimeSpan.FromMilliseconds(1);
                configure?.Invoke(o);
            }),
            services: services);

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (var i = 0; i < 500 && !condition(); i++)
            await Task.Delay(10);
        Assert.True(condition());
    }

    private Task<LoopbackServer> StartAsync(int status, int failures, string? retryAfter = null) => LoopbackServer.StartAsync(context =>
    {
        if (Interlocked.Increment(ref _calls) > failures)
            return Reply.Json(context, MachinesOperation.TwoMachines);
        if (retryAfter is not null)
            context.Response.Headers.RetryAfter = retryAfter;
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    });
}
