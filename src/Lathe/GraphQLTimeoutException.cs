namespace Lathe;

/// <summary>The call took longer than it may.</summary>
public sealed class GraphQLTimeoutException : GraphQLTransportException
{
    internal GraphQLTimeoutException(string message, TimeSpan timeout, Exception? innerException)
        : base(message, innerException) =>
        Timeout = timeout;

    /// <summary>Gets the time that the call was given.</summary>
    public TimeSpan Timeout { get; }
}
