using Lathe.Tool.Hosting;

namespace Lathe.Tool.Output;

/// <summary>The formats by the names that <c>--format</c> takes.</summary>
internal static class ReportFormats
{
    private static readonly Dictionary<string, Action<Report, ToolHost>> s_formats = new(StringComparer.Ordinal)
    {
        ["text"] = (report, host) =>
            report.WriteText(host.Output, new TerminalStyle(host.IsTerminal && string.IsNullOrEmpty(host.Environment("NO_COLOR")), host.Width)),
        ["json"] = (report, host) => JsonFormat.Write(report, host.Output),
        ["markdown"] = (report, host) => report.WriteMarkdown(host.Output),
        ["github"] = (report, host) => GitHubFormat.Write(report, host.Output),
        ["sarif"] = (report, host) => SarifFormat.Write(report, host.Output, host.Folder),
        ["msbuild"] = (report, host) => MSBuildFormat.Write(report, host.Output),
        ["junit"] = (report, host) => JUnitFormat.Write(report, host.Output),
    };

    public static string[] Names { get; } = [.. s_formats.Keys];

    public static void Write(string name, Report report, ToolHost host) => s_formats[name](report, host);
}
