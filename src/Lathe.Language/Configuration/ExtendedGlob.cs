namespace Lathe.Language.Configuration;

/// <summary>The groups of extended globs: <c>@(a|b)</c> and <c>?(a|b)</c> stand for alternatives; repetition and negation are not read.</summary>
internal static class ExtendedGlob
{
    /// <summary>Finds the sign before a group that is not read, or null.</summary>
    public static char? FindUnread(string pattern)
    {
        for (var i = 1; i < pattern.Length; i++)
        {
            if (pattern[i] == '(' && pattern[i - 1] is '+' or '*' or '!')
                return pattern[i - 1];
        }

        return null;
    }

    /// <summary>Writes the groups as braces, with an empty alternative where there is no other.</summary>
    public static string ToBraces(string pattern)
    {
        var text = pattern;
        for (var open = FindGroup(text); open >= 0; open = FindGroup(text))
        {
            var close = text.IndexOf(')', open);
            if (close < 0)
                break;
            var alternatives = text.Substring(open + 2, close - open - 2).Replace('|', ',');
            var group = text[open] == '?' ? $"{{{alternatives},}}" : alternatives.IndexOf(',') < 0 ? alternatives : $"{{{alternatives}}}";
            text = text.Substring(0, open) + group + text.Substring(close + 1);
        }

        return text;
    }

    // The last group holds no other.
    private static int FindGroup(string text) =>
        Math.Max(text.LastIndexOf("@(", StringComparison.Ordinal), text.LastIndexOf("?(", StringComparison.Ordinal));
}
