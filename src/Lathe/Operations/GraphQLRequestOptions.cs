namespace Lathe;

/// <summary>What one call wants different from the client's configuration.</summary>
public sealed class GraphQLRequestOptions
{
    /// <summary>Gets or sets how long the call may take; null for the client's own bound.</summary>
    public TimeSpan? Timeout { get; set; }
}
