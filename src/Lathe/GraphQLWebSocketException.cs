namespace Lathe;

/// <summary>
/// A WebSocket was closed or broke. To open it again cannot help, or has failed too often (<see cref="GraphQLWebSocketOptions.MaxReconnects"/>).
/// </summary>
public sealed class GraphQLWebSocketException : GraphQLTransportException
{
    internal GraphQLWebSocketException(string message, int? closeCode, string? reason, Exception? innerException)
        : base(message, innerException) =>
        (CloseCode, Reason) = (closeCode, reason);

    /// <summary>Gets the close code (RFC 6455, section 7.4, and <c>graphql-transport-ws</c>); null when the socket broke without one.</summary>
    public int? CloseCode { get; }

    internal bool IsRefusal { get; init; }

    /// <summary>Gets the reason that the server gave; null when it gave none. A key in it is hidden.</summary>
    public string? Reason { get; }
}
