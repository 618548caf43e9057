using System.Globalization;

namespace Lathe.Tool.Output;

/// <summary>Makes texts of unknown content fit for a terminal or a log: a schema's text must not steer either.</summary>
internal static class PlainText
{
    /// <summary>Keeps line breaks; other control characters show as <c>U+FFFD</c>.</summary>
    public static string Lines(string text) => Clean(text, keepsLines: true);

    /// <summary>Makes one line: line breaks become spaces.</summary>
    public static string Line(string text) => Clean(text.ReplaceLineEndings(" "), keepsLines: false);

    /// <summary>Counts things: "1 field", "2 fields".</summary>
    public static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? string.Empty : "s")}");

    private static string Clean(string text, bool keepsLines) =>
        text.Any(unit => IsUnfit(unit, keepsLines)) ? string.Concat(text.Select(unit => IsUnfit(unit, keepsLines) ? '\uFFFD' : unit)) : text;

    // Marks that turn the direction of writing could hide what a line says.
    private static bool IsUnfit(char unit, bool keepsLines) =>
        (char.IsControl(unit) && !(keepsLines && unit == '\n')) || unit is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
