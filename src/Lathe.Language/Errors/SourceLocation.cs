using Lathe.Language.Text;

namespace Lathe.Language.Errors;

/// <summary>A span in a text.</summary>
/// <param name="Source">The text.</param>
/// <param name="Span">The range within it.</param>
internal readonly record struct SourceLocation(SourceText Source, SourceSpan Span)
{
    /// <summary>Gets the line and column of the first code unit, both from 1.</summary>
    public SourcePosition Position => Source.GetPosition(Span.Start);
}
