using Lathe.Language.Errors;
using Lathe.Language.Text;

namespace Lathe.Language.Schemas;

/// <summary>Tells texts that came in a schema's place, such as the page of a login or of an error.</summary>
internal static class OtherText
{
    /// <summary>A page or another text that is no schema by its first character.</summary>
    internal static readonly ErrorDescriptor Descriptor = new("GQL1037", "SchemaText", "The file holds no schema", ErrorSeverity.Error);

    /// <summary>Gives the fault of a text that can be neither SDL nor an introspection result, or null for any other.</summary>
    internal static LanguageError? FaultOf(SourceText source)
    {
        var text = source.Text;
        var start = 0;
        while (start < text.Length && (char.IsWhiteSpace(text[start]) || text[start] == '\uFEFF'))
            start++;
        if (start == text.Length || text[start] != '<')
            return null;
        var end = text.IndexOf('>', start, Math.Min(100, text.Length - start));
        var tag = text.Substring(start, (end < 0 ? Math.Min(text.Length, start + 1) : end + 1) - start).ToLowerInvariant();
        var isPage = tag.StartsWith("<!doctype html", StringComparison.Ordinal) || tag.StartsWith("<html", StringComparison.Ordinal);
        var kind = isPage ? "an HTML page" : "XML or HTML";
        var message = $"The file holds {kind}, not a schema: a server or a proxy answered with it. "
            + "Check the address and the key, and download the schema again.";
        return new LanguageError(Descriptor, message, [new SourceLocation(source, new SourceSpan(start, 1))]);
    }
}
