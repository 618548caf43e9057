namespace Lathe.Language.Syntax.Parsing;

/// <summary>Makes text from a document fit for a message: one line of bounded length.</summary>
internal static class OneLine
{
    private const int Longest = 80;

    internal static string Of(string text)
    {
        var shown = text.Length <= Longest ? text : text.Substring(0, Longest) + "...";
        return shown.Replace("\r\n", " ").Replace('\r', ' ').Replace('\n', ' ');
    }
}
