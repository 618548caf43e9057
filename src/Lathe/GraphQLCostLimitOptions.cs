namespace Lathe;

/// <summary>How a client stays within the points that a server gives it.</summary>
public sealed record GraphQLCostLimitOptions
{
    /// <summary>Gets or sets the reader of what the server says. <see cref="GraphQLCostReaders.Any"/> by default.</summary>
    public IGraphQLCostReader Reader { get; set; } = GraphQLCostReaders.Any;

    /// <summary>Gets or sets the cost of an operation until the server has named it. 1 by default.</summary>
    public double DefaultCost { get; set; } = 1;

    /// <summary>Gets or sets how many points stay unused, for other programs with the same key. 0 by default.</summary>
    public double Reserve { get; set; }

    /// <summary>Gets or sets how many requests may wait, in order; those beyond fail at once. 1,000 by default.</summary>
    public int QueueLimit { get; set; } = 1000;

    internal void Validate(string? client)
    {
        if (Reader is null || !(DefaultCost >= 0) || !(Reserve >= 0) || QueueLimit < 0)
            throw new ArgumentException(
                $"The cost limit of client '{client}' needs a Reader, and a DefaultCost, a Reserve and a QueueLimit of at least 0.");
    }
}
