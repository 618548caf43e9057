namespace Lathe.Generator.Analyzers;

/// <summary>Tells texts that are keys from texts that name one.</summary>
internal static class KeyShape
{
    private const int ShortestKey = 20;
    private const int FewestDigits = 3;

    /// <summary>Tells whether a text only holds the place of a key.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True for nothing, and for a text in angle or curly brackets such as <c>&lt;your key&gt;</c>.</returns>
    public static bool IsPlaceholder(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.StartsWith("Bearer", StringComparison.OrdinalIgnoreCase))
            trimmed = trimmed.Substring("Bearer".Length).Trim();
        return trimmed.Length == 0
            || (trimmed[0] == '<' && trimmed[trimmed.Length - 1] == '>')
            || (trimmed[0] == '{' && trimmed[trimmed.Length - 1] == '}');
    }

    /// <summary>Tells whether a text that should be the name of a configuration value is a key itself.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True for <c>Bearer ...</c>, a JSON web token, or a long unbroken run of letters and digits.</returns>
    public static bool IsKey(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return trimmed.Length > "Bearer ".Length;
        if (trimmed.StartsWith("eyJ", StringComparison.Ordinal))
            return true;
        return trimmed.Length >= ShortestKey
            && trimmed.Count(character => character is >= '0' and <= '9') >= FewestDigits
            && trimmed.All(character => character is not (':' or ' ') && character < 128);
    }
}
