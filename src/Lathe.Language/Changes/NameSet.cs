using Lathe.Language.Text;

namespace Lathe.Language.Changes;

/// <summary>Tells quickly whether a text may mention one of some names; never says no where it does.</summary>
internal sealed class NameSet
{
    private const uint Basis = 2166136261;
    private readonly HashSet<uint> _hashes = [];

    public NameSet(IEnumerable<string> names)
    {
        foreach (var name in names)
            _hashes.Add(Hash(name, new SourceSpan(0, name.Length)));
    }

    public bool IsMentioned(string text, SourceSpan span)
    {
        if (_hashes.Count == 0)
            return false;
        var start = span.Start;
        for (var at = span.Start; at <= span.End; at++)
        {
            if (at < span.End && IsNamePart(text[at]))
                continue;
            if (at > start && _hashes.Contains(Hash(text, new SourceSpan(start, at - start))))
                return true;
            start = at + 1;
        }

        return false;
    }

    private static bool IsNamePart(char unit) => unit is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_';

    // FNV-1a. Two names with one hash cost a needless look at a definition.
    private static uint Hash(string text, SourceSpan span)
    {
        var hash = Basis;
        for (var i = span.Start; i < span.End; i++)
            hash = unchecked((hash ^ text[i]) * 16777619);
        return hash;
    }
}
