using System.Threading.RateLimiting;
using Lathe.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Lathe.Tests.RateLimiting;

public sealed class RateLimiterTests
{
    [Fact]
    public async Task BeyondLimitAndQueueNothingIsSent()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var client = TestClient.Create(server.Endpoint, b => b.AddBearerToken("Api:Key").AddRateLimiter(Three));
        var failures = 0;
        for (var i = 0; i < 10; i++)
        {
            try
            {
                await client.MachinesAsync();
            }
            catch (GraphQLRateLimitException exception)
            {
                Assert.StartsWith("Client 'test' is at its rate limit", exception.Message, StringComparison.Ordinal);
                failures++;
            }
        }

        Assert.Equal(7, failures);
        Assert.Equal(3, server.Received.Count);
    }

    [Fact]
    public async Task ALimiterThatFailsIsATypedException()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        using var disposed = new ConcurrencyLimiter(new() { PermitLimit = 1 });
        await disposed.DisposeAsync();
        await using var client = TestClient.Create(server.Endpoint, b => b.AddRateLimiter(_ => disposed));
        var exception = await Assert.ThrowsAsync<GraphQLRateLimitException>(() => client.MachinesAsync());
        Assert.Equal(
            "The rate limiter of client 'test' failed (ObjectDisposedException); nothing was sent. See the inner exception.", exception.Message);
        Assert.IsType<ObjectDisposedException>(exception.InnerException);
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task TheDefaultsOfAllClientsCanHaveALimit()
    {
        await using var server = await LoopbackServer.StartAsync("{}");
        var services = new ServiceCollection().AddLogging();
        services.ConfigureHttpClientDefaults(builder => builder.AddRateLimiter(o => (o.PermitLimit, o.QueueLimit) = (1, 0)));
        services.AddHttpClient("free").AddRateLimiter(o => o.PermitLimit = 5);
        await using var provider = services.BuildServiceProvider();
        var clients = provider.GetRequiredService<IHttpClientFactory>();
        using var limited = clients.CreateClient("any");
        await limited.GetStringAsync(server.Origin, TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<GraphQLRateLimitException>(() => limited.GetStringAsync(server.Origin, TestContext.Current.CancellationToken));
        using var free = clients.CreateClient("free");
        await free.GetStringAsync(server.Origin, TestContext.Current.CancellationToken);
        await free.GetStringAsync(server.Origin, TestContext.Current.CancellationToken);
        Assert.Equal(3, server.Received.Count);
    }

    [Fact]
    public async Task RequestsWaitInTheQueueUntilTheWindowHasMovedOn()
    {
        var window = TimeSpan.FromMilliseconds(400);
        var sent = new System.Collections.Concurrent.ConcurrentQueue<long>();
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var client = TestClient.Create(server.Endpoint, b => b
            .AddRateLimiter(o => (o.PermitLimit, o.Window, o.SegmentsPerWindow) = (10, window, 4))
            .ConfigurePrimaryHttpMessageHandler(() => new StampHandler(sent)));
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => client.MachinesAsync()));
        var times = sent.Order().ToList();
        Assert.Equal(40, times.Count);
        var span = System.Diagnostics.Stopwatch.GetElapsedTime(times[0], times[^1]);
        Assert.True(span > window * 2.9, $"40 requests, 10 of them in any {window}, went out within {span}.");
    }

    [Fact]
    public async Task ClientsWithTheSameKeyShareTheBudgetAndOthersDoNot()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        var services = new ServiceCollection().AddLogging();
        foreach (var (name, key) in new[] { ("a", "one"), ("b", "one"), ("c", "two") })
        {
            services.AddGraphQLTransport(name, o => o.Endpoint = server.Endpoint)
                .AddRateLimiter(Three)
                .AddBearerToken(o => o.FixedToken = BearerToken.Create(key));
        }

        await using var provider = services.BuildServiceProvider();
        async Task<bool> SendAsync(string name)
        {
            try
            {
                await provider.GetRequiredKeyedService<IGraphQLTransport>(name)
                    .SendAsync(MachinesOperation.Query, cancellationToken: TestContext.Current.CancellationToken);
                return true;
            }
            catch (GraphQLRateLimitException)
            {
                return false;
            }
        }

        Assert.True(await SendAsync("a") && await SendAsync("b") && await SendAsync("a"));
        Assert.False(await SendAsync("b"));
        Assert.True(await SendAsync("c"));
    }

    [Fact]
    public async Task EachAttemptCounts()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        });
        await using var client = TestClient.Create(server.Endpoint, b => b
            .AddRateLimiter(Three)
            .AddStandardGraphQLResilience(o => (o.BaseDelay, o.MaxRetries) = (TimeSpan.Zero, 10)));
        await Assert.ThrowsAsync<GraphQLRateLimitException>(() => client.MachinesAsync());
        Assert.Equal(3, server.Received.Count);
    }

    [Fact]
    public async Task AnyLimiterCanBePluggedIn()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var bucket = new TokenBucketRateLimiter(new()
        {
            TokenLimit = 1,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromHours(1),
            QueueLimit = 0,
        });
        await using var client = TestClient.Create(server.Endpoint, b => b.AddRateLimiter(_ => bucket));
        await client.MachinesAsync();
        var exception = await Assert.ThrowsAsync<GraphQLRateLimitException>(() => client.MachinesAsync());
        Assert.Equal(TimeSpan.FromHours(1), exception.RetryAfter);
    }

    [Fact]
    public async Task WaitingForAPermitEndsWithTheTimeOut()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var client = TestClient.Create(
            server.Endpoint, b => b.AddRateLimiter(o => o.PermitLimit = 1), o => o.Timeout = TimeSpan.FromMilliseconds(300));
        await client.MachinesAsync(new() { Timeout = TimeSpan.FromSeconds(30) });
        await Assert.ThrowsAsync<GraphQLTimeoutException>(() => client.MachinesAsync());
    }

    [Fact]
    public async Task ACallThatIsCanceledInTheQueueLeavesItsPlaceToAnother()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var client = TestClient.Create(server.Endpoint, b => b.AddRateLimiter(o =>
            (o.PermitLimit, o.Window, o.SegmentsPerWindow, o.QueueLimit) = (1, TimeSpan.FromSeconds(1), 1, 1)));
        await client.MachinesAsync();
        using var cancel = new CancellationTokenSource();
        var waiting = client.Transport.SendAsync(MachinesOperation.Query, cancellationToken: cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(2, (await client.MachinesAsync()).RequireData().Machines.Count);
        Assert.Equal(2, server.Received.Count);
    }

    [Fact]
    public void AnImpossibleLimitIsRefused() =>
        Assert.Throws<ArgumentException>(() => TestClient.Create(new Uri("https://localhost"), b => b.AddRateLimiter(o => o.PermitLimit = 0)));

    private static void Three(GraphQLRateLimitOptions options) => (options.PermitLimit, options.QueueLimit) = (3, 0);

    private sealed class StampHandler(System.Collections.Concurrent.ConcurrentQueue<long> sent) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            sent.Enqueue(System.Diagnostics.Stopwatch.GetTimestamp());
            return Task.FromResult(new HttpResponseMessage
            {
                Content = new StringContent(MachinesOperation.TwoMachines, System.Text.Encoding.UTF8, "application/json"),
            });
        }
    }
}
