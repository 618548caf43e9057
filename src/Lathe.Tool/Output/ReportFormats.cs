using System.CommandLine.Parsing;
using System.Globalization;
using Lathe.Tool.Files;
using Lathe.Tool.Hosting;

namespace Lathe.Tool.Output;

/// <summary>The formats by the names that <c>--format</c> takes, each to standard output or to a file: <c>sarif=drift.sarif</c>.</summary>
internal static class ReportFormats
{
    private static readonly Dictionary<string, Action<Report, TextWriter, ToolHost>> s_formats = new(StringComparer.Ordinal)
    {
        ["text"] = static (report, output, host) => report.WriteText(output, StyleOf(output, host)),
        ["json"] = static (report, output, _) => JsonFormat.Write(report, output),
        ["markdown"] = static (report, output, _) => report.WriteMarkdown(output),
        ["github"] = static (report, output, host) => GitHubFormat.Write(report, output, RepositoryPaths.Of(host)),
        ["gitlab"] = static (report, output, host) => GitLabFormat.Write(report, output, RepositoryPaths.Of(host)),
        ["sarif"] = static (report, output, host) => SarifFormat.Write(report, output, host.Folder),
        ["msbuild"] = static (report, output, _) => MSBuildFormat.Write(report, output),
        ["junit"] = static (report, output, _) => JUnitFormat.Write(report, output),
    };

    public static string[] Names { get; } = [.. s_formats.Keys];

    /// <summary>Adds an error to an option whose values are not formats, or of which several go to standard output.</summary>
    public static void Validate(OptionResult option)
    {
        var values = option.Tokens.Select(token => Split(token.Value)).ToArray();
        foreach (var (name, file) in values)
        {
            if (!s_formats.ContainsKey(name))
                option.AddError($"'{PlainText.Line(name)}' is no format. There are: {string.Join(", ", Names)}");
            else if (file is "")
                option.AddError($"No file follows '{name}='");
        }

        if (values.Count(value => value.File is null) > 1)
            option.AddError("One format goes to standard output; name a file for the others, such as --format sarif=report.sarif");
    }

    /// <summary>Writes a report in each format that is asked for.</summary>
    public static void Write(IReadOnlyList<string> formats, Report report, ToolHost host)
    {
        foreach (var (name, file) in formats.Select(Split))
        {
            if (file is null)
            {
                s_formats[name](report, host.Output, host);
                continue;
            }

            using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
            s_formats[name](report, output, host);
            TextFiles.WriteAtomically(Path.GetFullPath(Path.Combine(host.Folder, file)), output.ToString());
        }
    }

    private static (string Name, string? File) Split(string value)
    {
        var at = value.IndexOf('=', StringComparison.Ordinal);
        return at < 0 ? (value, null) : (value[..at], value[(at + 1)..]);
    }

    private static TerminalStyle StyleOf(TextWriter output, ToolHost host)
    {
        var isTerminal = ReferenceEquals(output, host.Output) && host.IsTerminal;
        return new TerminalStyle(isTerminal && string.IsNullOrEmpty(host.Environment("NO_COLOR")), host.Width);
    }
}
