namespace Lathe.Language.Validation;

/// <summary>
/// What syntax errors keep from being known: a fragment whose definition did not parse is not missing, and what only it
/// uses is not unused. One mistake is one error, not a flood over all files.
/// </summary>
internal sealed class LostDefinitions
{
    private const string Keyword = "fragment";
    private readonly HashSet<string> _fragments = new(StringComparer.Ordinal);

    public LostDefinitions(DocumentIndex documents)
    {
        foreach (var document in documents.Documents)
        {
            if (document.Errors.Count == 0)
                continue;
            Any = true;
            Collect(document.Source.Text, documents);
        }
    }

    /// <summary>Gets a value indicating whether a definition may have been lost at all.</summary>
    public bool Any { get; }

    public bool IsLost(string fragment) => _fragments.Count > 0 && _fragments.Contains(fragment);

    public bool HasLostSpread(DefinitionFacts facts)
    {
        if (_fragments.Count == 0)
            return false;
        foreach (var spread in facts.Spreads)
        {
            if (_fragments.Contains(spread.Name.Value))
                return true;
        }

        return false;
    }

    // Texts that do not parse are searched for the word: taking too many for lost hides nothing but follow-up errors.
    private void Collect(string text, DocumentIndex documents)
    {
        for (var at = text.IndexOf(Keyword, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Keyword, at + 1, StringComparison.Ordinal))
        {
            var start = at + Keyword.Length;
            while (start < text.Length && char.IsWhiteSpace(text[start]))
                start++;
            var end = start;
            while (end < text.Length && (text[end] == '_' || char.IsLetterOrDigit(text[end])))
                end++;
            var name = text.Substring(start, end - start);
            if (name.Length > 0 && documents.FindFragment(name) is null)
                _fragments.Add(name);
        }
    }
}
