using Lathe.Language.Syntax;

namespace Lathe.Language.Fragments;

/// <summary>Finds fragments that a document seems to define but whose definitions did not parse.</summary>
internal static class LostFragments
{
    private const string Keyword = "fragment";

    /// <summary>Finds the names that stand after the word <c>fragment</c> in a text with syntax errors.</summary>
    /// <param name="document">The document.</param>
    /// <returns>The names, those of fragments that did parse too, some more than once; none for a well-formed document.</returns>
    /// <remarks>Taking too many for lost hides nothing but follow-up errors.</remarks>
    public static IReadOnlyList<string> In(DocumentSyntax document)
    {
        if (document.Errors.Count == 0)
            return [];
        var names = new List<string>();
        var text = document.Source.Text;
        for (var at = text.IndexOf(Keyword, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Keyword, at + 1, StringComparison.Ordinal))
        {
            var start = at + Keyword.Length;
            while (start < text.Length && char.IsWhiteSpace(text[start]))
                start++;
            var end = start;
            while (end < text.Length && (text[end] == '_' || char.IsLetterOrDigit(text[end])))
                end++;
            if (end > start)
                names.Add(text.Substring(start, end - start));
        }

        return names;
    }
}
