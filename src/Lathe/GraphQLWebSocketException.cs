namespace Lathe;

/// <summary>A WebSocket was closed or broke, and opening it again cannot help or has failed as often as it may.</summary>
public sealed class GraphQLWebSocketException : GraphQLTransportException
{
    internal GraphQLWebSocketException(string message, int? closeCode, string? reason, Exception? innerException)
        : base(message, innerException) =>
        (CloseCode, Reason) = (closeCode, reason);

    /// <summary>Gets the close code (RFC 6455, section 7.4, and <c>graphql-transport-ws</c>); null when the socket broke without one.</summary>
    public int? CloseCode { get; }

    internal bool IsRefusal { get; init; }

    /// <summary>Gets the reason that the server gave, without the key should it be in it; null when it gave none.</summary>
    public string? Reason { get; }
}
