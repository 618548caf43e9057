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
    public async Task A_query_is_sent_again(int status)
    {
        await using var server = await StartAsync(status, failures: 2);
        await using var client = Create(server);
        Assert.Equal(2, (await client.MachinesAsync()).RequireData().Machines.Count);
        Assert.Equal(3, server.Received.Count);
        Assert.Single(server.Received.Select(request => request.Body).Distinct());
        Assert.All(server.Received, request => Assert.Equal("Bearer " + TestClient.Key, request.Authorization));
    }

    [Fact]
    public async Task Retries_have_a_bound()
    {
        await using var server = await StartAsync(503, failures: 100);
        await using var client = Create(server);
        await Assert.ThrowsAsync<GraphQLHttpException>(() => client.MachinesAsync());
        Assert.Equal(4, server.Received.Count);
    }

    [Fact]
    public async Task Turned_on_twice_the_last_options_count_and_attempts_do_not_multiply()
    {
        await using var server = await StartAsync(503, failures: 100);
        await using var client = TestClient.Create(server.Endpoint, builder => builder
            .AddStandardGraphQLResilience()
            .AddStandardGraphQLResilience(o => (o.MaxRetries, o.BaseDelay) = (2, TimeSpan.FromMilliseconds(1))));
        await Assert.ThrowsAsync<GraphQLHttpException>(() => client.MachinesAsync());
        Assert.Equal(3, server.Received.Count);
    }

    [Fact]
    public async Task A_mutation_is_sent_again_only_when_allowed()
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
    public async Task A_status_that_another_attempt_does_not_mend_is_not_retried()
    {
        await using var server = await StartAsync(400, failures: 100);
        await using var client = Create(server);
        await Assert.ThrowsAsync<GraphQLHttpException>(() => client.MachinesAsync());
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_made_again()
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
    public async Task Retry_after_is_waited_for(bool asDate)
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
    public async Task A_retry_after_beyond_the_bound_is_given_to_the_caller()
    {
        await using var server = await StartAsync(429, failures: 1, "3600");
        await using var client = Create(server);
        var exception = await Assert.ThrowsAsync<GraphQLTooManyRequestsException>(() => client.MachinesAsync());
        Assert.Equal(TimeSpan.FromHours(1), exception.RetryAfter);
        Assert.Contains("The server asks to wait 3600 s.", exception.Message, StringComparison.Ordinal);
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task A_retry_after_beyond_the_calls_time_is_given_to_the_caller_at_once()
    {
        await using var server = await StartAsync(429, failures: 1, "20");
        await using var client = Create(server);
        var exception = await Assert.ThrowsAsync<GraphQLTooManyRequestsException>(
            () => client.MachinesAsync(new() { Timeout = TimeSpan.FromSeconds(10) }));
        Assert.Equal(TimeSpan.FromSeconds(20), exception.RetryAfter);
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_is_not_asked_for_again()
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
    public async Task A_circuit_breaker_of_ones_own_is_a_typed_exception()
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
    public async Task Nothing_is_sent_again_unless_it_is_turned_on()
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
    public void Retry_after_is_read_as_seconds_or_date(string text, double? seconds)
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
