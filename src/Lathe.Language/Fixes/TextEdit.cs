using Lathe.Language.Errors;
using Lathe.Language.Text;

namespace Lathe.Language.Fixes;

/// <summary>A range of a text and what is to stand in its place.</summary>
/// <param name="Place">The range; empty where something is only added.</param>
/// <param name="NewText">The new text; empty where something is only removed.</param>
internal sealed record TextEdit(SourceLocation Place, string NewText)
{
    /// <summary>Makes an edit that adds text.</summary>
    public static TextEdit Insert(SourceText source, int offset, string text) => new(new SourceLocation(source, new SourceSpan(offset, 0)), text);

    /// <summary>Makes an edit that replaces or removes text.</summary>
    public static TextEdit Replace(SourceText source, int start, int end, string text) =>
        new(new SourceLocation(source, SourceSpan.FromBounds(start, end)), text);
}
