using System.Text;
using Lathe.Language.Text;

namespace Lathe.Language.Fixes;

/// <summary>Applies edits to a text.</summary>
internal static class TextEdits
{
    /// <summary>Tells whether one of the first edits touches a range that one of the second does.</summary>
    public static bool Overlap(IEnumerable<TextEdit> first, IReadOnlyCollection<TextEdit> second) =>
        first.Any(one => second.Any(other => Touch(one, other)));

    /// <summary>Applies edits that do not overlap.</summary>
    /// <param name="source">The text.</param>
    /// <param name="edits">The edits, of this text or of others, which are passed over.</param>
    /// <returns>The new text.</returns>
    public static string Apply(SourceText source, IEnumerable<TextEdit> edits)
    {
        var result = new StringBuilder();
        var end = 0;
        foreach (var edit in edits.Where(edit => edit.Place.Source == source).Distinct().OrderBy(edit => edit.Place.Span.Start))
        {
            result.Append(source.Text, end, edit.Place.Span.Start - end).Append(edit.NewText);
            end = edit.Place.Span.End;
        }

        return result.Append(source.Text, end, source.Text.Length - end).ToString();
    }

    // Two edits that add at one place have no order, so they count as overlapping.
    private static bool Touch(TextEdit one, TextEdit other) => one.Place.Source == other.Place.Source
        && one.Place.Span.Start <= other.Place.Span.End && other.Place.Span.Start <= one.Place.Span.End;
}
