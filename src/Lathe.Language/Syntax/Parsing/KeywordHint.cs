namespace Lathe.Language.Syntax.Parsing;

/// <summary>Guesses which keyword was meant by a word at the beginning of a definition.</summary>
internal static class KeywordHint
{
    private static readonly string[] s_keywords =
    [
        "query", "mutation", "subscription", "fragment", "extend", "type", "input", "enum", "interface", "union", "scalar", "schema", "directive",
    ];

    // Words that people write for a keyword, and that are spelt differently.
    private static readonly Dictionary<string, string> s_others = new(StringComparer.OrdinalIgnoreCase)
    {
        ["class"] = "type", ["struct"] = "type", ["record"] = "type", ["object"] = "type", ["extending"] = "extend",
    };

    /// <summary>Gives a sentence with a blank before it; empty where nothing is near.</summary>
    internal static string For(TokenKind kind, string text, int start, int end)
    {
        if (kind != TokenKind.Name || end - start > "subscription".Length + 1)
            return string.Empty;
        var word = text.Substring(start, end - start);
        var keyword = s_others.TryGetValue(word, out var other) ? other : Array.Find(s_keywords, known => IsNear(word, known));
        return keyword is null ? string.Empty : $" Did you mean \"{keyword}\"?";
    }

    /// <summary>Tells whether two words differ in case, in one letter, or in two that are exchanged.</summary>
    private static bool IsNear(string word, string keyword)
    {
        if (string.Equals(word, keyword, StringComparison.OrdinalIgnoreCase))
            return true;
        if (Math.Abs(word.Length - keyword.Length) > 1)
            return false;
        var head = 0;
        while (head < word.Length && head < keyword.Length && word[head] == keyword[head])
            head++;
        var tail = 0;
        while (tail < word.Length - head && tail < keyword.Length - head && word[word.Length - 1 - tail] == keyword[keyword.Length - 1 - tail])
            tail++;
        var (left, right) = (word.Substring(head, word.Length - head - tail), keyword.Substring(head, keyword.Length - head - tail));
        return (left.Length <= 1 && right.Length <= 1) || (left.Length == 2 && right.Length == 2 && left[0] == right[1] && left[1] == right[0]);
    }
}
