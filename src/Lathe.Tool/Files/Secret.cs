using System.Text;
using Lathe.Tool.Hosting;

namespace Lathe.Tool.Files;

/// <summary>
/// A text that must not be shown, and where it came from, which messages name. What people paste around a key is taken off, as the run time does.
/// </summary>
/// <param name="text">The text; null or empty is refused.</param>
/// <param name="source">Where it came from: <c>the environment variable API_KEY</c>.</param>
internal sealed class Secret(string? text, string source)
{
    private const string Bearer = "Bearer ";
    private const string Basic = "Basic ";

    private string Text { get; } = Mend(text, source);

    /// <summary>
    /// Makes the value of <c>Authorization</c>: a bearer token, or what follows <c>Basic</c>, encoded where it is a name and a password.
    /// </summary>
    public string ToAuthorization()
    {
        var text = Without("Authorization:", Text);
        if (!text.StartsWith(Basic, StringComparison.OrdinalIgnoreCase))
            return Bearer + ToKey();
        var credentials = text[Basic.Length..].Trim();
        return Basic + (credentials.Contains(':', StringComparison.Ordinal)
            ? Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials))
            : WithoutSpaces(credentials));
    }

    /// <summary>Makes the value of a header of any name: spaces within it stay.</summary>
    public string ToHeaderValue() => Text.All(unit => unit is >= ' ' and < '\u007F' or '\t')
        ? Text
        : throw new ToolException($"The key in {source} holds characters that no header can carry.");

    /// <summary>Makes the bare key.</summary>
    public string ToKey()
    {
        var key = Without(Bearer, Without("Authorization:", Text));
        if (key.Length == 0 || key.Equals(Bearer.Trim(), StringComparison.OrdinalIgnoreCase))
            throw Missing(source);
        if (key is ['<', .., '>'] or ['$', '{', .., '}'] or ['$', '(', .., ')'] or ['{', '{', .., '}', '}'])
            throw new ToolException($"The key in {source} is a placeholder in brackets. Put the API key itself in its place.");
        return WithoutSpaces(key);
    }

    public override string ToString() => source;

    private static string Mend(string? text, string source)
    {
        var mended = Unquoted(text?.Trim() ?? "");
        return mended.Length > 0 ? mended : throw Missing(source);
    }

    private static string Without(string prefix, string text) =>
        text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? Unquoted(text[prefix.Length..].Trim()) : text;

    private static string Unquoted(string text) =>
        text.Length >= 2 && (text[0] is '"' or '\'') && text[^1] == text[0] ? text[1..^1].Trim() : text;

    private static ToolException Missing(string source) => new($"There is no key in {source}: it is missing or empty.");

    private string WithoutSpaces(string key) => key.All(unit => unit is > ' ' and < '\u007F')
        ? key
        : throw new ToolException($"The key in {source} holds characters that no header can carry.");
}
