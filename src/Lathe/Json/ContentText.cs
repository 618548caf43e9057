using System.Text;

namespace Lathe.Json;

/// <summary>Writes what a value holds, at most a screen of it.</summary>
internal static class ContentText
{
    /// <summary>The most characters: 25 lines of 80.</summary>
    public const int MostCharacters = 2000;

    private const string Ellipsis = "...";

    public static string OfItems<T>(IEnumerable<T> items)
    {
        var text = new StringBuilder("[");
        foreach (var item in items)
        {
            if (text.Length > MostCharacters)
                break;
            text.Append(text.Length == 1 ? "" : ", ").Append(item is null ? "null" : item.ToString());
        }

        return Cut(text.Append(']'));
    }

    /// <summary>Cuts a text that is longer than a screen, not within a surrogate pair.</summary>
    /// <param name="text">The text; it may be shortened.</param>
    public static string Cut(StringBuilder text)
    {
        if (text.Length <= MostCharacters)
            return text.ToString();
        var end = MostCharacters - Ellipsis.Length;
        return text.ToString(0, char.IsHighSurrogate(text[end - 1]) ? end - 1 : end) + Ellipsis;
    }
}
