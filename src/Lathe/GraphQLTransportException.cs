namespace Lathe;

/// <summary>A call failed before there was a GraphQL answer to give. The subclasses say how; the message says what to do.</summary>
public class GraphQLTransportException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What failed, where, and the next step.</param>
    /// <param name="innerException">The cause, or null.</param>
    public GraphQLTransportException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
