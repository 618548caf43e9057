using Lathe.Language.Syntax;

namespace Lathe.Language.Validation.Overlap;

/// <summary>Two fields that cannot both be in a response.</summary>
/// <param name="Key">Their response key.</param>
/// <param name="Reason">Why, as the end of "because".</param>
/// <param name="First">The first field, and those below it that are the reason.</param>
/// <param name="Second">The second field, and those below it that are the reason.</param>
internal sealed record Conflict(string Key, string Reason, List<SyntaxNode> First, List<SyntaxNode> Second)
{
    // The message of a conflict must not grow with the document.
    private const int MostFields = 20;
    private const int LongestReason = 1000;

    /// <summary>Makes the conflict of two fields of those between the fields below them.</summary>
    public static Conflict OfBelow(FieldOccurrence first, FieldOccurrence second, List<Conflict> below)
    {
        var reasons = new List<string>();
        var length = 0;
        var (firsts, seconds) = (new List<SyntaxNode> { first.Node }, new List<SyntaxNode> { second.Node });
        foreach (var conflict in below)
        {
            if (length <= LongestReason)
            {
                reasons.Add($"subfields \"{conflict.Key}\" conflict because {conflict.Reason}");
                length += reasons[reasons.Count - 1].Length;
            }

            AddLast(firsts, conflict.First);
            AddLast(seconds, conflict.Second);
        }

        var reason = string.Join(" and ", reasons);
        return new Conflict(
            first.Node.ResponseKey, reason.Length > LongestReason ? reason.Substring(0, LongestReason) + "..." : reason, firsts, seconds);
    }

    private static void AddLast(List<SyntaxNode> target, List<SyntaxNode> nodes)
    {
        var count = Math.Min(nodes.Count, MostFields - target.Count);
        target.AddRange(nodes.GetRange(nodes.Count - count, count));
    }
}
