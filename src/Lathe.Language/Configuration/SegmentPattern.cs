namespace Lathe.Language.Configuration;

/// <summary>Matches a name against <c>*</c>, <c>?</c> and <c>[...]</c>, in time linear in both but for one star's retries.</summary>
internal static class SegmentPattern
{
    public static bool Matches(string pattern, string name)
    {
        var (p, n) = (0, 0);
        var (starPattern, starName) = (-1, 0);
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
                (starPattern, starName) = (++p, n);
            else if (p < pattern.Length && MatchOne(pattern, p, name[n]) is var length and > 0)
                (p, n) = (p + length, n + 1);
            else if (starPattern >= 0)
                (p, n) = (starPattern, ++starName);
            else
                return false;
        }

        while (p < pattern.Length && pattern[p] == '*')
            p++;
        return p == pattern.Length;
    }

    /// <summary>Returns how many code units of the pattern matched the character; 0 when it did not.</summary>
    private static int MatchOne(string pattern, int p, char unit)
    {
        if (pattern[p] == '?')
            return 1;
        if (pattern[p] != '[' || pattern.IndexOf(']', p + 1) is var end && end <= p + 1)
            return pattern[p] == unit ? 1 : 0;
        return InClass(pattern, p + 1, end, unit) ? end - p + 1 : 0;
    }

    private static bool InClass(string pattern, int start, int end, char unit)
    {
        var negated = pattern[start] is '!' or '^';
        var found = false;
        for (var i = negated ? start + 1 : start; i < end; i++)
        {
            if (i + 2 < end && pattern[i + 1] == '-')
            {
                found |= pattern[i] <= unit && unit <= pattern[i + 2];
                i += 2;
            }
            else
            {
                found |= pattern[i] == unit;
            }
        }

        return found != negated;
    }
}
