using System.Text.RegularExpressions;

namespace Lathe.Package.Tests;

/// <summary>
/// A page as a person follows it: commands are typed line by line in a shell, listings that begin with the name of a file are written to it, and
/// other listings are what the last command printed.
/// </summary>
internal sealed partial class TypedPage(string text)
{
    /// <summary>Gets the steps in the order of the page.</summary>
    public IEnumerable<PageStep> Steps()
    {
        foreach (Match block in Readme.Block().Matches(text))
        {
            var (language, code) = (block.Groups["language"].Value, block.Groups["code"].Value);
            if (language.Length == 0)
            {
                foreach (var command in code.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                    yield return new CommandStep(command);
            }
            else if (FileName().Match(code) is { Success: true } file)
            {
                yield return new FileStep(file.Groups["path"].Value, code[file.Length..]);
            }
            else if (language is "text" or "json")
            {
                yield return new OutputStep(code.Split('\n', StringSplitOptions.RemoveEmptyEntries));
            }
        }
    }

    [GeneratedRegex(@"\A(?:#|//) (?<path>[\w./]+\.\w+)\n")]
    private static partial Regex FileName();
}

internal abstract record PageStep;

/// <summary>A line that is typed.</summary>
internal sealed record CommandStep(string Command) : PageStep;

/// <summary>A file with its text, relative to the folder of the shell.</summary>
internal sealed record FileStep(string Path, string Text) : PageStep;

/// <summary>Lines that the last command printed.</summary>
internal sealed record OutputStep(string[] Lines) : PageStep;
