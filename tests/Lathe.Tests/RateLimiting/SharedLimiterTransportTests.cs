using Lathe.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using SharedRateLimit;

namespace Lathe.Tests.RateLimiting;

/// <summary>The API's limit is per company, not per process: clients of several processes draw on one budget in Redis.</summary>
public sealed class SharedLimiterTransportTests
{
    [Fact]
    public async Task ClientsOfTwoProcessesShareOneBudget()
    {
        await using var redis = await RedisServer.StartAsync(TestContext.Current.CancellationToken);
        await using var first = await redis.ConnectAsync();
        await using var second = await redis.ConnectAsync();
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        var options = new RedisRateLimiterOptions { Key = "acme", PermitLimit = 5, Window = TimeSpan.FromMinutes(1), MaxWait = TimeSpan.Zero };
        await using var one = TestClient.Create(server.Endpoint, b => b.AddRateLimiter(_ => new RedisRateLimiter(first, options)));
        await using var other = TestClient.Create(server.Endpoint, b => b.AddRateLimiter(_ => new RedisRateLimiter(second, options)));
        var refused = 0;
        for (var i = 0; i < 12; i++)
        {
            try
            {
                await (i % 2 == 0 ? one : other).MachinesAsync();
            }
            catch (GraphQLRateLimitException exception)
            {
                Assert.NotNull(exception.RetryAfter);
                refused++;
            }
        }

        Assert.Equal(7, refused);
        Assert.Equal(5, server.Received.Count);
    }
}
