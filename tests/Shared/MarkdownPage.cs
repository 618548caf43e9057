using System.Text.RegularExpressions;

namespace Lathe.TestSupport;

/// <summary>The code that a page of the repository shows.</summary>
internal static partial class MarkdownPage
{
    /// <summary>Gets the fenced blocks that name a language, each with the line that its code begins at.</summary>
    /// <param name="path">The page, relative to the repository.</param>
    public static IReadOnlyList<CodeBlock> Blocks(string path)
    {
        var text = File.ReadAllText(Path.Combine(SharedFolder.RepositoryRoot, path));
        return [
            .. Fence()
            .Matches(text)
            .Select(block => new CodeBlock(text.AsSpan(0, block.Index).Count('\n') + 2, block.Groups[1].Value, block.Groups[2].Value)),
        ];
    }

    [GeneratedRegex("^```(\\w+)\\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();
}

internal sealed record CodeBlock(int Line, string Language, string Code);
