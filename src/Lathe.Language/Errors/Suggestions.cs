using System.Text.RegularExpressions;

namespace Lathe.Language.Errors;

/// <summary>
/// "Did you mean" for misspelt names, five at most, nearest first. Where a name is one slip away, those farther off are
/// left out.
/// </summary>
internal sealed class Suggestions
{
    private const int MostShown = 5;
    private const int LongestName = 128;

    // A schema may have 100,000 names, and a document as many mistakes. The bound on cells keeps suggestions cheap.
    private long _workLeft = 20_000_000;

    /// <summary>Makes the end of a message, with a space before it; empty when nothing is near.</summary>
    public string For(string name, IEnumerable<string> candidates)
    {
        if (name.Length > LongestName || _workLeft <= 0)
            return string.Empty;
        var distance = new EditDistance(name);
        var nearest = new List<(int Distance, string Name)>(MostShown + 1);
        foreach (var candidate in candidates)
        {
            if (distance.To(candidate) is { } edits)
                Insert(nearest, (edits, candidate));
            if (distance.Work >= _workLeft)
                break;
        }

        _workLeft -= distance.Work;
        if (nearest.Count > 0 && nearest[0].Distance <= 1)
            nearest.RemoveAll(match => match.Distance > 1);
        return Format(string.Empty, nearest.ConvertAll(match => match.Name));
    }

    /// <summary>Tells whether another search through so many definitions may be made, and counts it.</summary>
    public bool TakeSearch(int definitions)
    {
        _workLeft -= 1000L * definitions;
        return _workLeft > 0;
    }

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

    /// <summary>Reads the names that a message proposes, nearest first.</summary>
    /// <param name="message">A message that ends as <see cref="For"/> has it.</param>
    /// <returns>The names as they are shown; none where the message proposes something else than a name.</returns>
    public static IReadOnlyList<string> NamesIn(string message)
    {
        var match = Proposal.Pattern.Match(message);
        return match.Success ? [.. match.Groups["name"].Captures.Cast<Capture>().Select(capture => capture.Value)] : [];
    }

    private static void Insert(List<(int Distance, string Name)> nearest, (int Distance, string Name) match)
    {
        var index = nearest.FindIndex(known => Compare(match, known) <= 0);
        if (index < 0)
            index = nearest.Count;
        if (index == MostShown || (index < nearest.Count && nearest[index] == match))
            return;
        nearest.Insert(index, match);
        if (nearest.Count > MostShown)
            nearest.RemoveAt(MostShown);
    }

    private static int Compare((int Distance, string Name) left, (int Distance, string Name) right) =>
        left.Distance != right.Distance ? left.Distance - right.Distance : string.CompareOrdinal(left.Name, right.Name);

    // Made only when a proposal is read. Builds do not read proposals.
    private static class Proposal
    {
        public static readonly Regex Pattern = new(
            """ Did you mean (the enum value )?("(?<name>@?\w+)"(, or |, | or )?)+\?$""", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }
}
