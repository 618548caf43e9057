namespace Lathe.Headers;

/// <summary>A <c>WWW-Authenticate: Bearer</c> challenge (RFC 6750, section 3).</summary>
internal sealed record BearerChallenge(string? Error, string? ErrorDescription, string? Scope)
{
    private const string Scheme = "Bearer";

    /// <summary>Finds the first Bearer challenge of an answer; null when there is none.</summary>
    public static BearerChallenge? Read(HttpResponseMessage response)
    {
        if (!response.Headers.NonValidated.TryGetValues("WWW-Authenticate", out var values))
            return null;
        foreach (var value in values)
        {
            var at = Find(value);
            if (at >= 0)
                return Parse(value.AsSpan(at + Scheme.Length));
        }

        return null;
    }

    // Not inside a quoted text.
    private static int Find(string value)
    {
        var isQuoted = false;
        for (var at = 0; at < value.Length; at++)
        {
            if (value[at] == '\\' && isQuoted)
                at++;
            else if (value[at] == '"')
                isQuoted = !isQuoted;
            else if (!isQuoted && IsScheme(value, at))
                return at;
        }

        return -1;
    }

    private static bool IsScheme(string value, int at)
    {
        var end = at + Scheme.Length;
        return value.AsSpan(at).StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && (at == 0 || value[at - 1] is ' ' or '\t' or ',')
            && (end == value.Length || value[end] is ' ' or '\t' or ',');
    }

    private static BearerChallenge Parse(ReadOnlySpan<char> text)
    {
        string? error = null, description = null, scope = null;
        while (TryReadParameter(ref text, out var name, out var value))
        {
            if (name.Equals("error", StringComparison.OrdinalIgnoreCase))
                error ??= value;
            else if (name.Equals("error_description", StringComparison.OrdinalIgnoreCase))
                description ??= value;
            else if (name.Equals("scope", StringComparison.OrdinalIgnoreCase))
                scope ??= value;
        }

        return new BearerChallenge(error, description, scope);
    }

    private static bool TryReadParameter(ref ReadOnlySpan<char> text, out ReadOnlySpan<char> name, out string value)
    {
        name = [];
        value = "";
        text = text.TrimStart(" \t,");
        var equals = text.IndexOf('=');
        if (equals <= 0)
            return false;
        name = text[..equals].Trim();
        // A name with a space in it is the start of the next scheme's challenge.
        if (name.Contains(' '))
            return false;
        text = text[(equals + 1)..].TrimStart();
        value = text.StartsWith("\"") ? ReadQuoted(ref text) : ReadBare(ref text);
        return true;
    }

    private static string ReadQuoted(ref ReadOnlySpan<char> text)
    {
        var value = new System.Text.StringBuilder();
        var at = 1;
        for (; at < text.Length && text[at] != '"'; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length)
                at++;
            value.Append(text[at]);
        }

        text = text[Math.Min(at + 1, text.Length)..];
        return value.ToString();
    }

    private static string ReadBare(ref ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(" \t,");
        var value = (end < 0 ? text : text[..end]).ToString();
        text = end < 0 ? [] : text[end..];
        return value;
    }
}
