using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Lathe.Testing.Serving;

/// <summary>The documents that a server knows by their hashes.</summary>
/// <param name="known">Gets the documents of the operations that have a script.</param>
internal sealed class DocumentStore(Func<IEnumerable<string>> known)
{
    private readonly ConcurrentDictionary<string, string> _kept = new(StringComparer.Ordinal);

    public ServerDocuments Mode { get; set; }

    /// <summary>Finds the text of a request.</summary>
    /// <param name="text">The text that it sent; null for none.</param>
    /// <param name="hash">The hash that it sent; null for none.</param>
    /// <returns>The text, or the answer to a request without one that is taken.</returns>
    public (string? Text, ServerAnswer? Refusal) Find(string? text, string? hash)
    {
        if (text is null && hash is null)
            return (null, ServerAnswer.Error("There is no query.", status: 400));
        if (text is not null && hash is not null && hash != HashOf(text))
            return (null, ServerAnswer.Error("provided sha does not match query", status: 400));
        return Mode switch
        {
            ServerDocuments.TextOnly when text is null =>
                (null, ServerAnswer.Error("PersistedQueryNotSupported", "PERSISTED_QUERY_NOT_SUPPORTED")),
            ServerDocuments.TextOnly => (text, null),
            ServerDocuments.KnownOnly => FindKnown(text, hash),
            _ => FindKept(text, hash),
        };
    }

    private (string? Text, ServerAnswer? Refusal) FindKnown(string? text, string? hash)
    {
        var wanted = hash ?? HashOf(text!);
        return known().FirstOrDefault(document => HashOf(document) == wanted) is { } found
            ? (found, null)
            : (null, ServerAnswer.Error("This server takes known documents only.", "PERSISTED_QUERY_NOT_IN_LIST", 400));
    }

    private (string? Text, ServerAnswer? Refusal) FindKept(string? text, string? hash)
    {
        if (text is not null)
        {
            _kept[HashOf(text)] = text;
            return (text, null);
        }

        return _kept.TryGetValue(hash!, out var kept)
            ? (kept, null)
            : (null, ServerAnswer.Error("PersistedQueryNotFound", "PERSISTED_QUERY_NOT_FOUND"));
    }

    private static string HashOf(string document) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(document))).ToLowerInvariant();
}
