using System.Text;
using System.Text.RegularExpressions;
using GraphQL;

namespace MachineMetrics.Server.Filtering;

/// <summary>Matches text against SQL patterns and regular expressions.</summary>
internal static class Pattern
{
    // Patterns come from callers; without backtracking none of them takes more than linear time.
    private const RegexOptions Safe = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    /// <summary>Matches the whole text: <c>%</c> is any run, <c>_</c> any one character, a backslash takes the next as it is.</summary>
    public static bool Like(object value, object pattern, bool ignoreCase)
    {
        var like = (string)pattern;
        var regex = new StringBuilder("^");
        for (var at = 0; at < like.Length; at++)
        {
            var escaped = like[at] == '\\' && at + 1 < like.Length;
            if (escaped)
                at++;
            regex.Append(!escaped && like[at] == '%' ? ".*" : !escaped && like[at] == '_' ? "." : Escape(like[at]));
        }

        return IsMatch((string)value, regex.Append("\\z").ToString(), Safe | RegexOptions.Singleline, ignoreCase);
    }

    /// <summary>Searches the text.</summary>
    /// <exception cref="ExecutionError">The pattern is no regular expression.</exception>
    public static bool Regex(object value, object pattern, bool ignoreCase)
    {
        try
        {
            return IsMatch((string)value, (string)pattern, Safe, ignoreCase);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            throw new ExecutionError($"'{pattern}' is not a regular expression that can be searched for.") { Code = "INVALID_REGEX" };
        }
    }

    private static string Escape(char character) => System.Text.RegularExpressions.Regex.Escape(character.ToString());

    private static bool IsMatch(string text, string pattern, RegexOptions options, bool ignoreCase) =>
        System.Text.RegularExpressions.Regex.IsMatch(text, pattern, ignoreCase ? options | RegexOptions.IgnoreCase : options);
}
