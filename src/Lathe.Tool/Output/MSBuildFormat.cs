using System.Globalization;

namespace Lathe.Tool.Output;

/// <summary>
/// Writes lines that MSBuild, Visual Studio and the problem matchers of other editors take for errors and warnings at their places.
/// </summary>
internal static class MSBuildFormat
{
    public static void Write(Report report, TextWriter output)
    {
        foreach (var finding in report.Findings)
            output.WriteLine(Line(finding));
        output.WriteLine(report.Summary);
    }

    private static string Line(Finding finding)
    {
        var level = finding.Level switch
        {
            FindingLevel.Error => "error",
            FindingLevel.Warning => "warning",
            _ => "message",
        };
        var place = finding.Locations.Count == 0
            ? "lathe"
            : string.Create(CultureInfo.InvariantCulture, $"{finding.Locations[0].File}({finding.Locations[0].Line},{finding.Locations[0].Column})");
        return PlainText.Line($"{place}: {level} {finding.Code}: {finding.Message}");
    }
}
