using System.Text;

namespace Lathe.Tool.Output;

/// <summary>Writes texts of unknown content into Markdown without their becoming mark-up.</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_{}[]<>#|~@!$&";

    // Mentions and references are found in the rendered text, where an escape is gone already.
    private const char NoWidth = '\u200B';

    /// <summary>Escapes a text for a table cell; nobody is notified by it.</summary>
    public static string Escape(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var unit in PlainText.Line(text))
        {
            if (unit is '@' or '#')
                result.Append('\\').Append(unit).Append(NoWidth);
            else if (Special.Contains(unit, StringComparison.Ordinal))
                result.Append('\\').Append(unit);
            else
                result.Append(unit);
        }

        return result.ToString();
    }

    /// <summary>Writes a name as code; names of GraphQL hold nothing that needs more.</summary>
    public static string Code(string text) =>
        $"`{PlainText.Line(text).Replace("`", "'", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal)}`";
}
