using System.Threading.RateLimiting;
using SharedRateLimit;

namespace Lathe.Tests.RateLimiting;

public sealed class RedisRateLimiterTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TwoConnectionsDrawOnOneBudget()
    {
        await using var server = await RedisServer.StartAsync(Token);
        await using var first = await server.ConnectAsync();
        await using var second = await server.ConnectAsync();
        var options = new RedisRateLimiterOptions { Key = "acme", PermitLimit = 10, Window = TimeSpan.FromMinutes(1), MaxWait = TimeSpan.Zero };
        await using var one = new RedisRateLimiter(first, options);
        await using var other = new RedisRateLimiter(second, options);

        var leases = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => (i % 2 == 0 ? one : other).AcquireAsync(1, Token).AsTask()));

        Assert.Equal(10, leases.Count(lease => lease.IsAcquired));
        Assert.Equal(10, one.GetStatistics()!.TotalSuccessfulLeases + other.GetStatistics()!.TotalSuccessfulLeases);
    }

    [Fact]
    public async Task ARefusalSaysWhenThereIsRoomAgain()
    {
        await using var server = await RedisServer.StartAsync(Token);
        await using var redis = await server.ConnectAsync();
        await using var limiter = new RedisRateLimiter(redis, new() { Key = "acme", PermitLimit = 1, Window = TimeSpan.FromSeconds(30) });

        Assert.True(limiter.AttemptAcquire().IsAcquired);
        using var refused = limiter.AttemptAcquire();

        Assert.False(refused.IsAcquired);
        Assert.True(refused.TryGetMetadata(MetadataName.RetryAfter, out var retryAfter));
        Assert.InRange(retryAfter, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task ACallerWaitsUntilTheWindowHasMovedOn()
    {
        await using var server = await RedisServer.StartAsync(Token);
        await using var redis = await server.ConnectAsync();
        await using var limiter = new RedisRateLimiter(redis, new() { Key = "acme", PermitLimit = 2, Window = TimeSpan.FromMilliseconds(300) });

        for (var i = 0; i < 6; i++)
        {
            using var lease = await limiter.AcquireAsync(1, Token);
            Assert.True(lease.IsAcquired);
        }
    }
}
