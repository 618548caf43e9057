namespace Lathe;

/// <summary>How one client sends queries together. Each named client has its own.</summary>
public sealed class GraphQLBatchingOptions
{
    /// <summary>
    /// Gets or sets how long the first query of a batch waits for others. 10 milliseconds by default: each query may take that much longer.
    /// </summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromMilliseconds(10);

    /// <summary>Gets or sets how many queries go in one request at most. 10 by default; servers have bounds too.</summary>
    public int MaxOperations { get; set; } = 10;
}
