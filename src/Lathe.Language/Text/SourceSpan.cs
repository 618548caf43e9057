namespace Lathe.Language.Text;

/// <summary>A range of UTF-16 code units in a <see cref="SourceText"/>.</summary>
/// <param name="Start">The zero-based offset of the first code unit.</param>
/// <param name="Length">The number of code units; 0 at the end of the text.</param>
internal readonly record struct SourceSpan(int Start, int Length)
{
    /// <summary>Gets the zero-based offset behind the last code unit.</summary>
    public int End => Start + Length;

    /// <summary>Makes a span from its two ends.</summary>
    /// <param name="start">The zero-based offset of the first code unit.</param>
    /// <param name="end">The zero-based offset behind the last code unit.</param>
    /// <returns>The span.</returns>
    public static SourceSpan FromBounds(int start, int end) => new(start, end - start);
}
