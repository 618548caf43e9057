namespace Lathe;

/// <summary>When and how often a request is sent again. Mutations are not, unless allowed.</summary>
public sealed class GraphQLResilienceOptions
{
    /// <summary>Gets or sets how many times a request is sent again at most. 3 by default.</summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>Gets or sets the first wait; each further one is twice as long, all with jitter. 500 ms by default.</summary>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Gets or sets the longest wait when the server does not say how long to wait. 10 seconds by default.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Gets or sets the longest <c>Retry-After</c> that a retry waits for. When the server asks for more, the caller gets the answer at once. 30
    /// seconds by default.
    /// </summary>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets whether mutations are sent again, too. Set it only for servers where that does no harm. False by default.</summary>
    public bool RetryMutations { get; set; }

    /// <summary>
    /// Gets or sets whether a request is sent again when the connection could not be made or broke before an answer. True by default.
    /// </summary>
    public bool RetryConnectionFailures { get; set; } = true;

    /// <summary>Gets the statuses after which a request is sent again: 429, 502, 503 and 504 by default.</summary>
    public ISet<int> RetriedStatuses { get; } = new HashSet<int> { 429, 502, 503, 504 };

    /// <summary>
    /// Gets the values of <c>extensions.code</c> that mean that the caller's points are used up, whatever the status is.
    /// </summary>
    /// <remarks>
    /// <c>THROTTLED</c> (Shopify), <c>RATE_LIMITED</c> and <c>RATELIMITED</c> (Linear) by default; compared without case. The wait is read by
    /// <see cref="CostReader"/>.
    /// </remarks>
    public ISet<string> ThrottledCodes { get; } =
        new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "THROTTLED", "RATE_LIMITED", "RATELIMITED" };

    /// <summary>Gets or sets the reader of when the server has points again. <see cref="GraphQLCostReaders.Any"/> by default.</summary>
    public IGraphQLCostReader CostReader { get; set; } = GraphQLCostReaders.Any;

    internal void Validate(string client)
    {
        if (MaxRetries < 1 || BaseDelay < TimeSpan.Zero || MaxDelay < TimeSpan.Zero || MaxRetryAfter < TimeSpan.Zero)
            throw new ArgumentException($"The resilience of client '{client}' needs MaxRetries of at least 1 and delays that are not negative.");
    }
}
