namespace Lathe;

/// <summary>What a server says of the points or requests that its caller has left.</summary>
public sealed record GraphQLCostStatus
{
    /// <summary>Gets what is left, in the server's own unit; 0 or less when it lets nothing through.</summary>
    public required double Available { get; init; }

    /// <summary>Gets the most that there can be; null when the server does not say.</summary>
    public double? Maximum { get; init; }

    /// <summary>Gets how much comes back in a second; null for a server that gives all back at once.</summary>
    public double? RestoreRate { get; init; }

    /// <summary>Gets when all comes back at once; null when it comes back bit by bit, or the server does not say.</summary>
    public DateTimeOffset? ResetsAt { get; init; }

    /// <summary>Gets the cost of the request that the server answered; null when it does not say.</summary>
    public double? RequestedCost { get; init; }

    /// <summary>Computes how long to wait until there is enough.</summary>
    /// <param name="cost">How much is wanted.</param>
    /// <param name="now">The time at which the status was received, or later.</param>
    /// <returns>The time; zero when there is enough, null when waiting does not help or the server does not say.</returns>
    public TimeSpan? TimeUntil(double cost, DateTimeOffset now)
    {
        if (cost > Maximum)
            return null;
        if (cost <= Available)
            return TimeSpan.Zero;
        if (ResetsAt is { } reset)
            return reset > now ? reset - now : TimeSpan.Zero;
        return RestoreRate > 0 ? TimeSpan.FromSeconds(Math.Min((cost - Available) / RestoreRate.Value, TimeSpan.FromDays(1).TotalSeconds)) : null;
    }
}
