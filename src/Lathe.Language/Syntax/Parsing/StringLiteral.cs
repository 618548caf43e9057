using System.Text;

namespace Lathe.Language.Syntax.Parsing;

/// <summary>Turns a valid string token into its value (section 2.10.4).</summary>
internal static class StringLiteral
{
    /// <summary>Reads the value of a string in quotes.</summary>
    /// <param name="text">The text that holds it.</param>
    /// <param name="start">The offset of the opening quote.</param>
    /// <param name="end">The offset behind the closing quote.</param>
    internal static string ReadQuoted(string text, int start, int end)
    {
        var (from, to) = (start + 1, end - 1);
        var escape = text.IndexOf('\\', from, to - from);
        if (escape < 0)
            return text.Substring(from, to - from);
        var value = new StringBuilder(to - from);
        while (escape >= 0)
        {
            value.Append(text, from, escape - from);
            var length = EscapeSequence.Read(text, escape, out var codePoint);
            if (codePoint > 0xFFFF)
                value.Append(char.ConvertFromUtf32(codePoint));
            else
                value.Append((char)codePoint);
            from = escape + length;
            escape = text.IndexOf('\\', from, to - from);
        }

        return value.Append(text, from, to - from).ToString();
    }

    /// <summary>Reads the value of a block string: common indentation and blank first and last lines removed.</summary>
    /// <param name="text">The text that holds it.</param>
    /// <param name="start">The offset of the first quote.</param>
    /// <param name="end">The offset behind the last quote.</param>
    internal static string ReadBlock(string text, int start, int end)
    {
        var raw = text.Substring(start + 3, end - start - 6);
        if (raw.IndexOf("\\\"\"\"", StringComparison.Ordinal) >= 0)
            raw = raw.Replace("\\\"\"\"", "\"\"\"");
        if (raw.IndexOfAny(s_lineEnds) < 0)
            return IsBlank(raw) ? string.Empty : raw;
        return Dedent(SplitLines(raw));
    }

    private static readonly char[] s_lineEnds = ['\n', '\r'];

    private static string[] SplitLines(string raw) =>
        raw.IndexOf('\r') < 0 ? raw.Split('\n') : raw.Replace("\r\n", "\n").Replace('\r', '\n').Split('\n');

    private static string Dedent(string[] lines)
    {
        var indent = int.MaxValue;
        var (first, last) = (-1, -1);
        for (var i = 0; i < lines.Length; i++)
        {
            var leading = LeadingWhiteSpace(lines[i]);
            if (leading == lines[i].Length)
                continue;
            first = first < 0 ? i : first;
            last = i;
            if (i > 0)
                indent = Math.Min(indent, leading);
        }

        if (first < 0)
            return string.Empty;
        var value = new StringBuilder();
        for (var i = first; i <= last; i++)
        {
            var skip = i == 0 ? 0 : Math.Min(indent, lines[i].Length);
            value.Append(lines[i], skip, lines[i].Length - skip).Append(i < last ? "\n" : string.Empty);
        }

        return value.ToString();
    }

    private static bool IsBlank(string line) => LeadingWhiteSpace(line) == line.Length;

    private static int LeadingWhiteSpace(string line)
    {
        var i = 0;
        while (i < line.Length && line[i] is ' ' or '\t')
            i++;
        return i;
    }
}
