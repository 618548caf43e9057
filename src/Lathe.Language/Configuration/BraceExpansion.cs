namespace Lathe.Language.Configuration;

/// <summary>Writes <c>a/{b,c}</c> out as <c>a/b</c> and <c>a/c</c>. Braces may nest.</summary>
internal static class BraceExpansion
{
    /// <summary>Returns the patterns, or null when there are more than the bound.</summary>
    public static List<string>? Expand(string pattern, int bound)
    {
        var pending = new Stack<string>();
        var result = new List<string>();
        pending.Push(pattern);
        while (pending.Count > 0)
        {
            var current = pending.Pop();
            if (!TryFindGroup(current, out var open, out var close, out var commas))
                result.Add(current);
            else
                PushAlternatives(pending, current, open, close, commas);
            if (result.Count + pending.Count > bound)
                return null;
        }

        return result;
    }

    private static void PushAlternatives(Stack<string> pending, string pattern, int open, int close, List<int> commas)
    {
        var start = open + 1;
        foreach (var end in commas.Append(close))
        {
            pending.Push(pattern.Substring(0, open) + pattern.Substring(start, end - start) + pattern.Substring(close + 1));
            start = end + 1;
        }
    }

    /// <summary>Finds the first group with a comma at its own level; a brace without one is an ordinary character.</summary>
    private static bool TryFindGroup(string pattern, out int open, out int close, out List<int> commas)
    {
        commas = [];
        close = 0;
        for (open = pattern.IndexOf('{'); open >= 0; open = pattern.IndexOf('{', open + 1))
        {
            var depth = 0;
            commas.Clear();
            for (close = open; close < pattern.Length; close++)
            {
                if (pattern[close] == '{')
                    depth++;
                else if (pattern[close] == '}' && --depth == 0)
                    break;
                else if (pattern[close] == ',' && depth == 1)
                    commas.Add(close);
            }

            if (close < pattern.Length && commas.Count > 0)
                return true;
        }

        return false;
    }
}
