using System.Collections.Concurrent;
using System.Threading.RateLimiting;

namespace Lathe.RateLimiting;

/// <summary>
/// One budget for each server and key, which a renewed key continues: clients that share both, and have the same limit, share the budget.
/// </summary>
internal sealed class SharedRateLimiters : IDisposable
{
    private readonly ConcurrentDictionary<GraphQLRateLimitOptions, PartitionedRateLimiter<HttpRequestMessage>> _limiters = new();

    public PartitionedRateLimiter<HttpRequestMessage> Get(GraphQLRateLimitOptions options) =>
        _limiters.GetOrAdd(options with { }, Create);

    public void Dispose()
    {
        foreach (var limiter in _limiters.Values)
            limiter.Dispose();
    }

    private static PartitionedRateLimiter<HttpRequestMessage> Create(GraphQLRateLimitOptions options) =>
        PartitionedRateLimiter.Create<HttpRequestMessage, Budget>(
            request => RateLimitPartition.GetSlidingWindowLimiter(Budget.Of(request), _ => Window(options)));

    // A permit comes back when its segment ends, which may be up to a segment early: one more segment keeps the bound strict.
    private static SlidingWindowRateLimiterOptions Window(GraphQLRateLimitOptions options) => new()
    {
        PermitLimit = options.PermitLimit,
        Window = options.Window + (options.Window / options.SegmentsPerWindow),
        SegmentsPerWindow = options.SegmentsPerWindow + 1,
        QueueLimit = options.QueueLimit,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    };
}
