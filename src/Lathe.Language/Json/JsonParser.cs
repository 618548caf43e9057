using Lathe.Language.Errors;
using Lathe.Language.Text;

namespace Lathe.Language.Json;

/// <summary>Parses JSON strictly (RFC 8259), keeping positions. A byte order mark at the start is skipped.</summary>
internal static class JsonParser
{
    /// <summary>How deep arrays and objects nest unless said otherwise.</summary>
    public const int DefaultMaxDepth = 64;

    /// <summary>The error of a text that is not JSON.</summary>
    public static readonly ErrorDescriptor MalformedJson =
        new("GQL0001", "MalformedJson", "The file is not well-formed JSON", ErrorSeverity.Error);

    /// <summary>Parses a text.</summary>
    /// <param name="source">The text.</param>
    /// <param name="maxDepth">How deep arrays and objects may nest, from 1 to 512.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The value, or the first fault with its position.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxDepth"/> is out of range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static JsonParseResult Parse(
        SourceText source, int maxDepth = DefaultMaxDepth, CancellationToken cancellationToken = default)
    {
        // The reader calls itself once a level; the bound keeps it far from the end of any host's stack.
        if (maxDepth is < 1 or > 512)
            throw new ArgumentOutOfRangeException(nameof(maxDepth), maxDepth, "The depth is from 1 to 512.");
        var reader = new JsonReader(source.Text, maxDepth, cancellationToken);
        if (reader.ReadDocument() is { } root)
            return new JsonParseResult(root, null);
        SourceLocation location = new(source, reader.FaultSpan);
        return new JsonParseResult(null, new LanguageError(MalformedJson, reader.Fault!, [location]));
    }
}
