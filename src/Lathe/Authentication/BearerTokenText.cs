namespace Lathe.Authentication;

/// <summary>Mends what people paste in place of a bare key, and refuses what a header can't hold.</summary>
internal static class BearerTokenText
{
    /// <summary>Returns the bare key.</summary>
    /// <param name="text">What was configured.</param>
    /// <param name="source">Where it came from, for messages: <c>The key in configuration 'X:Key'</c>.</param>
    /// <param name="mended">What was taken off, for a warning; null when nothing was.</param>
    public static string Mend(string? text, string source, out string? mended)
    {
        mended = null;
        var key = text.AsSpan().Trim();
        while (TakeOff(ref key) is { } taken)
            mended = taken;

        if (key.IsEmpty || key.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
            throw new BearerTokenException($"{source} is empty. Set it to the API key, without quotes or 'Bearer'.");
        if (IsPlaceholder(key))
            throw new BearerTokenException($"{source} is a placeholder in brackets. Put the API key itself in its place.");
        var bad = key.IndexOfAnyExceptInRange('!', '~');
        if (bad >= 0)
            throw new BearerTokenException(
                $"{source} has {Describe(key[bad])} at position {bad + 1} of {key.Length}, which a header can't hold. Copy the key again.");
        return key.ToString();
    }

    // <your key>, ${API_KEY}, $(ApiKey), {{ api_key }}: nobody put the key in.
    private static bool IsPlaceholder(ReadOnlySpan<char> key) =>
        key is ['<', .., '>'] or ['$', '{', .., '}'] or ['$', '(', .., ')'] or ['{', '{', .., '}', '}'];

    private static string? TakeOff(ref ReadOnlySpan<char> key)
    {
        if (key.Length >= 2 && (key[0] is '"' or '\'') && key[^1] == key[0])
        {
            key = key[1..^1].Trim();
            return "surrounding quotes";
        }

        return TakeOffPrefix(ref key, "Bearer ") ? "a leading 'Bearer '"
            : TakeOffPrefix(ref key, "Authorization:") ? "a leading 'Authorization:'"
            : null;
    }

    private static bool TakeOffPrefix(ref ReadOnlySpan<char> key, string prefix)
    {
        if (!key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            return false;
        key = key[prefix.Length..].Trim();
        return true;
    }

    private static string Describe(char value) => value switch
    {
        '\r' or '\n' => "a line break",
        ' ' or '\t' => "white space",
        _ when char.IsControl(value) => "a control character",
        _ => "a character outside ASCII",
    };
}
