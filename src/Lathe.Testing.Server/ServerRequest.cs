using System.Text.Json;

namespace Lathe.Testing;

/// <summary>A request that a test server got.</summary>
/// <param name="OperationName">The operation's name; empty when the request did not say it.</param>
/// <param name="Document">The text of the document; null when only its hash was sent, and the server did not know it.</param>
/// <param name="Variables">The variables; an empty object when none were sent. Files stand as null.</param>
public sealed record ServerRequest(string OperationName, string? Document, JsonElement Variables)
{
    /// <summary>Gets how it came: <c>POST</c>, <c>GET</c>, or <c>WS</c> for an operation over a WebSocket.</summary>
    public string Method { get; internal init; } = "POST";

    /// <summary>Gets the HTTP headers, of a WebSocket those of its handshake. The names are compared without case.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; internal init; } = new Dictionary<string, string>();

    /// <summary>Gets the files that were uploaded, by their paths, such as <c>variables.picture</c>; empty without any.</summary>
    public IReadOnlyDictionary<string, ServerFile> Files { get; internal init; } = new Dictionary<string, ServerFile>();

    /// <summary>
    /// Gets what names the connection. It is the same for all requests over one connection, such as a socket, and differs from that of any other.
    /// </summary>
    public string ConnectionId { get; internal init; } = "";

    /// <summary>Gets the key that was sent as a Bearer token; null without one.</summary>
    public string? Key { get; internal init; }

    /// <summary>Gets the SHA-256 of the document where the request named it (<c>extensions.persistedQuery</c> or
    /// <c>documentId</c>); else null.</summary>
    public string? DocumentHash { get; internal init; }

    /// <summary>Writes how it came and what it asks for; no key.</summary>
    /// <returns>Such as <c>POST Machines</c>.</returns>
    public override string ToString() => $"{Method} {OperationName}";
}
