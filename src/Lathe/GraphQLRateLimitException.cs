namespace Lathe;

/// <summary>The client's own rate limiter let no request through, or failed; nothing was sent.</summary>
public sealed class GraphQLRateLimitException : GraphQLTransportException
{
    internal GraphQLRateLimitException(string message, TimeSpan? retryAfter, Exception? innerException = null)
        : base(message, innerException) =>
        RetryAfter = retryAfter;

    /// <summary>Gets when it is worth trying again; null when the limiter does not know.</summary>
    public TimeSpan? RetryAfter { get; }
}
