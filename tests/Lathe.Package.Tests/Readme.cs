using System.Text.RegularExpressions;

namespace Lathe.Package.Tests;

/// <summary>The README as a person reads it who types what it says.</summary>
internal sealed partial class Readme(string text)
{
    /// <summary>Gets the blocks of code of a section, each with its language and lines.</summary>
    public IReadOnlyList<(string Language, string[] Lines)> Blocks(string title) =>
    [
        .. Block().Matches(Section(title))
            .Select(block => (block.Groups["language"].Value, block.Groups["code"].Value.TrimEnd('\n').Split('\n'))),
    ];

    /// <summary>Gets a command that stands between backticks in the text of a section.</summary>
    public string InlineCommand(string title, string beginning) =>
        Regex.Match(Section(title), $"`(?<command>{Regex.Escape(beginning)}[^`]*)`").Groups["command"].Value is { Length: > 0 } command
            ? command
            : throw new InvalidOperationException($"'{title}' has no command that begins with '{beginning}'.");

    /// <summary>Splits a command as a shell does that is given neither quotes nor variables.</summary>
    public static string[] Words(string command)
    {
        var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.DoesNotContain(words, word => word.IndexOfAny(['"', '\'', '$', '|', '<', '>']) >= 0);

        // 'dnx' is a script beside 'dotnet', which installers put on the path and packages of systems do not.
        return words[0] == "dnx" ? ["dotnet", "dnx", .. words[1..]] : words;
    }

    /// <summary>Gets what finds blocks of code, those that name no language included.</summary>
    [GeneratedRegex("^```(?<language>[a-z]*)\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    public static partial Regex Block();

    private string Section(string title)
    {
        var start = text.IndexOf($"\n## {title}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, title);
        var end = text.IndexOf("\n## ", start + 4, StringComparison.Ordinal);
        return text[start..end];
    }
}
