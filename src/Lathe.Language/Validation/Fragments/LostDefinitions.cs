using Lathe.Language.Fragments;

namespace Lathe.Language.Validation.Fragments;

/// <summary>
/// What syntax errors keep from being known: a fragment whose definition did not parse is not missing, and what only it
/// uses is not unused. One mistake is one error, not a flood over all files.
/// </summary>
internal sealed class LostDefinitions
{
    private readonly HashSet<string> _fragments = new(StringComparer.Ordinal);

    public LostDefinitions(DocumentIndex documents, IReadOnlyCollection<string> elsewhere)
    {
        Any = elsewhere.Count > 0;
        _fragments.UnionWith(elsewhere);
        foreach (var document in documents.Documents)
        {
            if (document.Errors.Count == 0 || document.IsEmpty)
                continue;
            Any = true;
            _fragments.UnionWith(LostFragments.In(document).Where(name => documents.FindFragment(name) is null));
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
}
