using System.Text;

namespace Lathe.Language.Introspection;

/// <summary>JSON can hold halves of surrogate pairs; GraphQL texts cannot (section 2.1).</summary>
internal static class WellFormed
{
    private const char Replacement = '\uFFFD';

    internal static string Of(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !IsPairAt(text, i++))
                return Replace(text);
        }

        return text;
    }

    private static string Replace(string text)
    {
        var result = new StringBuilder(text);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (IsPairAt(text, i))
                i++;
            else
                result[i] = Replacement;
        }

        return result.ToString();
    }

    private static bool IsPairAt(string text, int index) =>
        char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]);
}
