using System.Globalization;
using System.Text;

namespace Lathe.Generator.Emission;

/// <summary>Writes texts as C# literals.</summary>
internal static class Literals
{
    /// <summary>Returns a string literal in ASCII.</summary>
    public static string String(string text) => Quote(text, static unit => unit is '"' or '\\' ? "\\" + unit : null);

    /// <summary>Returns a JSON string in ASCII, quotes included.</summary>
    public static string Json(string text) => Quote(text, static unit => unit switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        _ => null,
    });

    private static string Quote(string text, Func<char, string?> escape)
    {
        var literal = new StringBuilder(text.Length + 2).Append('"');
        foreach (var unit in text)
        {
            if (escape(unit) is { } escaped)
                literal.Append(escaped);
            else if (unit is >= ' ' and <= '~')
                literal.Append(unit);
            else
                literal.Append("\\u").Append(((int)unit).ToString("x4", CultureInfo.InvariantCulture));
        }

        return literal.Append('"').ToString();
    }
}
