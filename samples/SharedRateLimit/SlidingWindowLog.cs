using StackExchange.Redis;

namespace SharedRateLimit;

/// <summary>A sliding window of requests kept in Redis, so that all processes of a company draw on one budget.</summary>
internal sealed class SlidingWindowLog(IDatabase database, RedisKey key, int permitLimit, TimeSpan window)
{
    // One sorted set a key: a member for each request, scored by the server's clock, so that callers' clocks need not agree.
    // Returns 0 when the permits were taken, else the milliseconds until enough old ones leave the window.
    private const string Script = """
        local time = redis.call('TIME')
        local now = time[1] * 1000 + math.floor(time[2] / 1000)
        local window = tonumber(ARGV[1])
        local limit = tonumber(ARGV[2])
        local permits = tonumber(ARGV[3])
        redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - window)
        local used = redis.call('ZCARD', KEYS[1])
        if used + permits <= limit then
          for i = 1, permits do
            redis.call('ZADD', KEYS[1], now, ARGV[4] .. ':' .. i)
          end
          redis.call('PEXPIRE', KEYS[1], window)
          return 0
        end
        local index = used + permits - limit - 1
        local oldest = redis.call('ZRANGE', KEYS[1], index, index, 'WITHSCORES')
        return math.max(1, oldest[2] + window - now)
        """;

    /// <summary>Takes permits if the window has room.</summary>
    /// <param name="permits">How many; at most the limit.</param>
    /// <returns>Null when they were taken, else how long until there is room.</returns>
    public TimeSpan? Take(int permits) => Read(database.ScriptEvaluate(Script, [key], Arguments(permits)));

    /// <inheritdoc cref="Take"/>
    public async Task<TimeSpan?> TakeAsync(int permits) =>
        Read(await database.ScriptEvaluateAsync(Script, [key], Arguments(permits)));

    private RedisValue[] Arguments(int permits) =>
        [(long)window.TotalMilliseconds, permitLimit, permits, Guid.NewGuid().ToString("N")];

    private static TimeSpan? Read(RedisResult result) =>
        (long)result is var wait and > 0 ? TimeSpan.FromMilliseconds(wait) : null;
}
