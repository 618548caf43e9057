namespace Lathe;

/// <summary>How many requests a client sends in a sliding window of time.</summary>
public sealed record GraphQLRateLimitOptions
{
    /// <summary>Gets or sets the most requests in any window. 1,000 by default.</summary>
    public int PermitLimit { get; set; } = 1000;

    /// <summary>Gets or sets the window. One minute by default.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets or sets into how many segments the window is cut; permits come back one segment at a time. 60 by default.</summary>
    public int SegmentsPerWindow { get; set; } = 60;

    /// <summary>Gets or sets how many requests may wait for a permit, in order; those beyond fail at once. 1,000 by default.</summary>
    public int QueueLimit { get; set; } = 1000;

    internal void Validate(string client)
    {
        if (PermitLimit < 1 || SegmentsPerWindow < 1 || QueueLimit < 0 || Window <= TimeSpan.Zero)
        {
            throw new ArgumentException(
                $"The rate limit of client '{client}' needs PermitLimit and SegmentsPerWindow of at least 1, a positive Window and a QueueLimit of "
                    + "at least 0.");
        }
    }
}
