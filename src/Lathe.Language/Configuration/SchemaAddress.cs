namespace Lathe.Language.Configuration;

/// <summary>Tells schemas that a build cannot read from files: <c>https://...</c>, <c>github:...</c>, <c>git:...</c>.</summary>
internal static class SchemaAddress
{
    /// <summary>Tells whether the text begins with a scheme; a drive of Windows is one letter.</summary>
    public static bool Is(string text)
    {
        var colon = text.IndexOf(':');
        return colon > 1
            && text.Take(colon).All(unit => unit is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '+' or '-' or '.');
    }

    public static string Message(string text)
    {
        var shown = WithoutSecrets(text);
        var endpoint = text.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? $" --endpoint {shown}" : string.Empty;
        return $"The schema '{shown}' is an address; a build reads files only. Download it with: lathe schema download{endpoint}";
    }

    // Keys are given in the query, names and passwords before the host.
    private static string WithoutSecrets(string text)
    {
        var end = text.IndexOf('?');
        var shown = end < 0 ? text : text.Substring(0, end);
        var host = shown.IndexOf("//", StringComparison.Ordinal) + 2;
        var at = shown.LastIndexOf('@');
        return host > 1 && at > host ? shown.Substring(0, host) + shown.Substring(at + 1) : shown;
    }
}
