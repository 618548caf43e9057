using System.Threading.RateLimiting;

namespace Lathe.RateLimiting;

/// <summary>Any <see cref="RateLimiter"/>, for all requests of a client.</summary>
internal sealed class SingleRateLimiter(RateLimiter limiter) : PartitionedRateLimiter<HttpRequestMessage>
{
    public override RateLimiterStatistics? GetStatistics(HttpRequestMessage resource) => limiter.GetStatistics();

    protected override RateLimitLease AttemptAcquireCore(HttpRequestMessage resource, int permitCount) => limiter.AttemptAcquire(permitCount);

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(
        HttpRequestMessage resource, int permitCount, CancellationToken cancellationToken) => limiter.AcquireAsync(permitCount, cancellationToken);
}
