namespace Lathe.Language.Text;

/// <summary>A text with the path it came from; turns offsets into lines and columns.</summary>
internal sealed class SourceText
{
    private int[]? _lineStarts;

    /// <summary>Wraps a text.</summary>
    /// <param name="path">The path that diagnostics show; may be empty.</param>
    /// <param name="text">The whole text, a byte order mark included where there is one.</param>
    public SourceText(string path, string text)
    {
        Path = path;
        Text = text;
    }

    /// <summary>Gets the path that diagnostics show.</summary>
    public string Path { get; }

    /// <summary>Gets the whole text.</summary>
    public string Text { get; }

    /// <summary>Finds the line and column of an offset.</summary>
    /// <param name="offset">A zero-based offset, at most the length of the text.</param>
    /// <returns>The position, both parts from 1.</returns>
    public SourcePosition GetPosition(int offset)
    {
        var index = Array.BinarySearch(LineStarts, offset);
        var line = index >= 0 ? index : ~index - 1;
        return new SourcePosition(line + 1, offset - LineStarts[line] + 1);
    }

    /// <summary>Finds the offset of a line and column.</summary>
    /// <param name="position">The position, both parts from 1.</param>
    /// <returns>The offset; the length of the text for a position behind its end.</returns>
    public int GetOffset(SourcePosition position) => position.Line <= LineStarts.Length
        ? Math.Min(LineStarts[position.Line - 1] + position.Column - 1, Text.Length)
        : Text.Length;

    private int[] LineStarts => _lineStarts ??= FindLineStarts(Text);

    private static int[] FindLineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                starts.Add(i + 1);
        }

        return [.. starts];
    }
}
