namespace Lathe;

/// <summary>How an operation's text is replaced by its hash.</summary>
public enum PersistedOperationMode
{
    /// <summary>The text is always sent.</summary>
    None,

    /// <summary>
    /// The SHA-256 is sent first as <c>extensions.persistedQuery</c>; the text follows only when the server does not know it
    /// ("automatic persisted queries").
    /// </summary>
    Automatic,

    /// <summary>
    /// Only <c>documentId</c> (<c>sha256:...</c>) is sent, never the text: the server knows the operations from a manifest
    /// ("trusted documents", GraphQL over HTTP, appendix A).
    /// </summary>
    Trusted,
}
