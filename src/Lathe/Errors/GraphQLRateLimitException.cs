namespace Lathe;

/// <summary>The client's own rate limiter let no more requests through; nothing was sent.</summary>
public sealed class GraphQLRateLimitException : GraphQLTransportException
{
    internal GraphQLRateLimitException(string message, TimeSpan? retryAfter)
        : base(message) =>
        RetryAfter = retryAfter;

    /// <summary>Gets when it is worth trying again; null when the limiter does not know.</summary>
    public TimeSpan? RetryAfter { get; }
}
