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
        return Dedent(raw.IndexOf('\r') < 0 ? raw : raw.Replace("\r\n", "\n").Replace('\r', '\n'));
    }

    private static readonly char[] s_lineEnds = ['\n', '\r'];

    private static string Dedent(string raw)
    {
        var indent = int.MaxValue;
        var (start, stop) = (-1, -1);
        for (int from = 0, end; from <= raw.Length; from = end + 1)
        {
            end = LineEnd(raw, from);
            var leading = LeadingWhiteSpace(raw, from);
            if (from + leading == end)
                continue;
            start = start < 0 ? from : start;
            stop = end;
            if (from > 0)
                indent = Math.Min(indent, leading);
        }

        return start < 0 ? string.Empty : Dedent(raw, start, stop, indent);
    }

    private static string Dedent(string raw, int start, int stop, int indent)
    {
        var value = new StringBuilder(stop - start);
        for (int from = start, end; from <= stop; from = end + 1)
        {
            end = LineEnd(raw, from);
            var skip = from == 0 ? 0 : Math.Min(indent, end - from);
            if (from == start && end == stop)
                return raw.Substring(from + skip, end - from - skip);
            value.Append(raw, from + skip, end - from - skip).Append(end < stop ? "\n" : string.Empty);
        }

        return value.ToString();
    }

    private static int LineEnd(string raw, int from)
    {
        var end = raw.IndexOf('\n', from);
        return end < 0 ? raw.Length : end;
    }

    private static bool IsBlank(string line) => LeadingWhiteSpace(line, 0) == line.Length;

    private static int LeadingWhiteSpace(string text, int from)
    {
        var i = from;
        while (i < text.Length && text[i] is ' ' or '\t')
            i++;
        return i - from;
    }
}
