using System.Threading.RateLimiting;
using StackExchange.Redis;

namespace SharedRateLimit;

/// <summary>
/// A <see cref="RateLimiter"/> whose budget is shared by all processes that use the same Redis key, for an API whose limit
/// is per company rather than per process. Waits for room in the window for at most <see cref="RedisRateLimiterOptions.MaxWait"/>.
/// </summary>
public sealed class RedisRateLimiter : RateLimiter
{
    private readonly SlidingWindowLog _log;
    private readonly RedisRateLimiterOptions _options;
    private readonly TimeProvider _time;
    private long _granted;
    private long _refused;
    private long _lastUse;

    /// <summary>Makes a limiter.</summary>
    /// <param name="redis">The connection; the caller keeps it.</param>
    /// <param name="options">Key, limit and window.</param>
    /// <param name="timeProvider">The clock that waits; null for the system's.</param>
    public RedisRateLimiter(IConnectionMultiplexer redis, RedisRateLimiterOptions options, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(redis);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.PermitLimit, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.Window, TimeSpan.Zero);
        _options = options;
        _time = timeProvider ?? TimeProvider.System;
        _log = new SlidingWindowLog(redis.GetDatabase(), options.Key, options.PermitLimit, options.Window);
        _lastUse = _time.GetTimestamp();
    }

    /// <inheritdoc/>
    public override TimeSpan? IdleDuration => _time.GetElapsedTime(Volatile.Read(ref _lastUse));

    /// <inheritdoc/>
    public override RateLimiterStatistics GetStatistics() => new()
    {
        TotalSuccessfulLeases = Volatile.Read(ref _granted),
        TotalFailedLeases = Volatile.Read(ref _refused),
    };

    /// <inheritdoc/>
    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        RejectOverLimit(permitCount);
        return Count(_log.Take(permitCount));
    }

    /// <inheritdoc/>
    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        RejectOverLimit(permitCount);
        var start = _time.GetTimestamp();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var wait = await _log.TakeAsync(permitCount).WaitAsync(cancellationToken);
            if (wait is not { } delay || _time.GetElapsedTime(start) + delay > _options.MaxWait)
                return Count(wait);
            await Task.Delay(delay, _time, cancellationToken);
        }
    }

    private void RejectOverLimit(int permitCount) =>
        ArgumentOutOfRangeException.ThrowIfGreaterThan(permitCount, _options.PermitLimit);

    private Lease Count(TimeSpan? wait)
    {
        Volatile.Write(ref _lastUse, _time.GetTimestamp());
        Interlocked.Increment(ref wait is null ? ref _granted : ref _refused);
        return new Lease(wait);
    }

    private sealed class Lease(TimeSpan? retryAfter) : RateLimitLease
    {
        public override bool IsAcquired => retryAfter is null;

        public override IEnumerable<string> MetadataNames => retryAfter is null ? [] : [MetadataName.RetryAfter.Name];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = metadataName == MetadataName.RetryAfter.Name ? retryAfter : null;
            return metadata is not null;
        }
    }
}
