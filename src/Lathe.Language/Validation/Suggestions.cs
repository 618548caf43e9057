namespace Lathe.Language.Validation;

/// <summary>"Did you mean" for misspelt names: near in edits, nearest first, five at most.</summary>
internal sealed class Suggestions
{
    private const int MostShown = 5;
    private const int LongestName = 128;

    // A schema may have 100,000 names: beyond this many searches in one validation nobody reads the suggestions.
    private int _searchesLeft = 100;

    /// <summary>Makes the end of a message, with a space before it; empty when nothing is near.</summary>
    public string For(string name, IEnumerable<string> candidates)
    {
        if (name.Length > LongestName || _searchesLeft-- <= 0)
            return string.Empty;
        var distance = new EditDistance(name);
        var near = new List<(int Distance, string Name)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var candidate in candidates)
        {
            if (distance.To(candidate) is { } edits && seen.Add(candidate))
                near.Add((edits, candidate));
        }

        near.Sort(Compare);
        return Format(string.Empty, near.ConvertAll(match => match.Name));
    }

    /// <summary>Tells whether another costly search may be made, and counts it.</summary>
    public bool TakeSearch() => _searchesLeft-- > 0;

    public static string Format(string lead, List<string> names)
    {
        if (names.Count == 0)
            return string.Empty;
        var shown = names.GetRange(0, Math.Min(names.Count, MostShown)).ConvertAll(name => $"\"{name}\"");
        var last = shown[shown.Count - 1];
        var rest = string.Join(", ", shown.GetRange(0, shown.Count - 1));
        var list = shown.Count switch
        {
            1 => last,
            2 => $"{rest} or {last}",
            _ => $"{rest}, or {last}",
        };
        return $" Did you mean {lead}{list}?";
    }

    private static int Compare((int Distance, string Name) left, (int Distance, string Name) right) =>
        left.Distance != right.Distance ? left.Distance - right.Distance : string.CompareOrdinal(left.Name, right.Name);
}
