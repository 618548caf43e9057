namespace Lathe.Testing;

/// <summary>Which documents a test server takes.</summary>
public enum ServerDocuments
{
    /// <summary>Any text, which it keeps; then its hash alone (automatic persisted queries).</summary>
    Kept,

    /// <summary>Any text. A hash is answered with <c>PERSISTED_QUERY_NOT_SUPPORTED</c>.</summary>
    TextOnly,

    /// <summary>Those of the operations that it has a script for, by hash or text; others are refused.</summary>
    KnownOnly,
}
