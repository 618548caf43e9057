using System.Globalization;
using System.Text;

namespace Lathe.Language.Printing;

/// <summary>Writes string literals (section 2.10.4).</summary>
internal static class StringPrinter
{
    private const int LongestLine = 70;

    /// <summary>Writes a string in quotes.</summary>
    internal static string Quoted(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' or (>= '\u007F' and <= '\u009F') => text.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture)),
                _ => text.Append(c),
            };
        }

        return text.Append('"').ToString();
    }

    /// <summary>Writes a description: a block string where that gives the same value back, else a string in quotes.</summary>
    internal static string Description(string value) => CanBeBlock(value) ? Block(value) : Quoted(value);

    private static string Block(string value)
    {
        var escaped = value.Replace("\"\"\"", "\\\"\"\"");
        var lines = escaped.Split('\n');
        var endsInTriple = escaped.EndsWith("\\\"\"\"", StringComparison.Ordinal);
        var endsBadly = (value.EndsWith("\"", StringComparison.Ordinal) && !endsInTriple) || value.EndsWith("\\", StringComparison.Ordinal);
        var needsFirstBreak = lines.Length > 1 && lines.Skip(1).All(static line => line.Length == 0 || line[0] is ' ' or '\t');
        var isLong = lines.Length > 1 || value.Length > LongestLine || endsBadly || needsFirstBreak || endsInTriple;

        // After a line break a single line would lose its leading white space.
        var keepsFirstLine = lines.Length == 1 && value.Length > 0 && value[0] is ' ' or '\t';
        var first = (isLong && !keepsFirstLine) || needsFirstBreak ? "\n" : string.Empty;
        return $"\"\"\"{first}{escaped}{(isLong ? "\n" : string.Empty)}\"\"\"";
    }

    /// <summary>A block string loses blank first and last lines, common indentation and carriage returns.</summary>
    private static bool CanBeBlock(string value)
    {
        if (value.Length == 0)
            return true;
        foreach (var c in value)
        {
            if (c < ' ' && c is not ('\t' or '\n'))
                return false;
        }

        var lines = value.Split('\n');
        if (IsBlank(lines[0]) || IsBlank(lines[lines.Length - 1]))
            return false;
        return lines.Length == 1 || !lines.All(static line => IsBlank(line) || line[0] is ' ' or '\t');
    }

    private static bool IsBlank(string line)
    {
        foreach (var c in line)
        {
            if (c is not (' ' or '\t'))
                return false;
        }

        return true;
    }
}
