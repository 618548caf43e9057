namespace Lathe;

/// <summary>The server could not be reached, or the connection broke before the answer was whole.</summary>
public sealed class GraphQLConnectionException : GraphQLTransportException
{
    internal GraphQLConnectionException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
