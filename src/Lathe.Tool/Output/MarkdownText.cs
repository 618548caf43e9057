using System.Text;

namespace Lathe.Tool.Output;

/// <summary>Writes texts of unknown content into Markdown without their becoming mark-up.</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_{}[]<>#|~@!$&";

    /// <summary>Escapes a text for a table cell.</summary>
    public static string Escape(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var unit in text)
        {
            if (unit is '\r' or '\n')
                result.Append(' ');
            else if (Special.Contains(unit, StringComparison.Ordinal))
                result.Append('\\').Append(unit);
            else
                result.Append(unit);
        }

        return result.ToString();
    }

    /// <summary>Writes a name as code; names of GraphQL hold nothing that needs more.</summary>
    public static string Code(string text) =>
        $"`{text.Replace("`", "'", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ")}`";
}
