namespace MachineMetrics.Server.Limits;

/// <summary>The bounds that the vendor documents; of its two pages on depth the stricter one.</summary>
public sealed record ShopLimits
{
    /// <summary>Gets how deep fields with a selection set may nest; 3 unless set.</summary>
    public int MaxDepth { get; init; } = 3;

    /// <summary>Gets how many fields with a selection set an operation may have; 5 unless set.</summary>
    public int MaxNodes { get; init; } = 5;

    /// <summary>Gets how many requests a company may start within any minute; 1000 unless set.</summary>
    public int RequestsPerMinute { get; init; } = 1000;

    /// <summary>Gets how long an operation may take; 10 seconds unless set.</summary>
    public TimeSpan QueryTimeout { get; init; } = TimeSpan.FromSeconds(10);
}
