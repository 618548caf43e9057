using Microsoft.CodeAnalysis.Text;

namespace Lathe.Tool.StrawberryShake.Migration;

/// <summary>A C# file after its migration.</summary>
/// <param name="Path">The path, as shown.</param>
/// <param name="Text">The text.</param>
/// <param name="Changes">How many places changed.</param>
/// <param name="Notes">What needs a hand.</param>
internal sealed record MigratedFile(string Path, string Text, int Changes, IReadOnlyList<MigrationNote> Notes)
{
    /// <summary>Applies changes; of two at one place the first counts.</summary>
    public static MigratedFile Create(string path, SourceText text, IReadOnlyList<TextChange> changes, IReadOnlyList<MigrationNote> notes)
    {
        var applied = new List<TextChange>();
        foreach (var change in changes.OrderBy(change => change.Span.Start).ThenByDescending(change => change.Span.Length))
        {
            if (applied.Count == 0 || change.Span.Start >= applied[^1].Span.End)
                applied.Add(change);
        }

        return new MigratedFile(path, text.WithChanges(applied).ToString(), applied.Count, notes);
    }
}
