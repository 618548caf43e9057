namespace SharedRateLimit;

/// <summary>What a <see cref="RedisRateLimiter"/> limits.</summary>
public sealed class RedisRateLimiterOptions
{
    /// <summary>Gets the Redis key of the budget: one for each API key or company. Never put the API key itself into it.</summary>
    public required string Key { get; init; }

    /// <summary>Gets how many requests may start within a window; 1000 by default.</summary>
    public int PermitLimit { get; init; } = 1000;

    /// <summary>Gets the length of the window; a minute by default.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets how long a caller waits for room before it is refused; 30 seconds by default.</summary>
    public TimeSpan MaxWait { get; init; } = TimeSpan.FromSeconds(30);
}
