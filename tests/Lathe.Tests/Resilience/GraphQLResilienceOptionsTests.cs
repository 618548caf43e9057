using Lathe.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Lathe.Tests.Resilience;

public sealed class GraphQLResilienceOptionsTests
{
    [Fact]
    public void DefaultsAreThoseDocumented()
    {
        var options = new GraphQLResilienceOptions();
        Assert.Equal(3, options.MaxRetries);
        Assert.Equal(TimeSpan.FromMilliseconds(500), options.BaseDelay);
        Assert.Equal(TimeSpan.FromSeconds(10), options.MaxDelay);
        Assert.Equal(TimeSpan.FromSeconds(30), options.MaxRetryAfter);
        Assert.False(options.RetryMutations);
        Assert.True(options.RetryConnectionFailures);
        Assert.Equal([429, 502, 503, 504], options.RetriedStatuses.Order());
    }

    [Theory]
    [InlineData(418, 4)]
    [InlineData(503, 1)]
    public async Task TheOptionsSayWhichStatusesAreRetried(int status, int sent)
    {
        await using var server = await StartAsync(status);
        await using var client = Create(server, o =>
        {
            o.RetriedStatuses.Clear();
            o.RetriedStatuses.Add(418);
        });
        await Assert.ThrowsAsync<GraphQLHttpException>(() => client.MachinesAsync());
        Assert.Equal(sent, server.Received.Count);
    }

    [Fact]
    public async Task AConnectionThatBreaksIsNotMadeAgainWhereTheOptionsSaySo()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        await using var client = Create(server, o => o.RetryConnectionFailures = false);
        await Assert.ThrowsAsync<GraphQLConnectionException>(() => client.MachinesAsync());
        Assert.Single(server.Received);
    }

    [Theory]
    [InlineData("1", 2)]
    [InlineData("2", 1)]
    public async Task ARetryAfterIsWaitedForUpToTheBoundOfTheOptions(string seconds, int sent)
    {
        await using var server = await StartAsync(429, seconds);
        await using var client = Create(server, o => (o.MaxRetries, o.MaxRetryAfter) = (1, TimeSpan.FromSeconds(1)));
        await Assert.ThrowsAsync<GraphQLTooManyRequestsException>(() => client.MachinesAsync());
        Assert.Equal(sent, server.Received.Count);
    }

    private static TestClient Create(LoopbackServer server, Action<GraphQLResilienceOptions> configure) =>
        TestClient.Create(server.Endpoint, builder => builder.AddStandardGraphQLResilience(o =>
        {
            o.BaseDelay = TimeSpan.FromMilliseconds(1);
            configure(o);
        }));

    private static Task<LoopbackServer> StartAsync(int status, string? retryAfter = null) => LoopbackServer.StartAsync(context =>
    {
        context.Response.Headers.RetryAfter = retryAfter;
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    });
}
