namespace Lathe.Tool.Output;

/// <summary>Writes workflow commands that GitHub shows as annotations at the lines of a pull request.</summary>
internal static class GitHubFormat
{
    public static void Write(Report report, TextWriter output)
    {
        foreach (var finding in report.Findings)
            output.WriteLine(Command(finding));
        output.WriteLine(report.Summary);
    }

    private static string Command(Finding finding)
    {
        var level = finding.Level switch
        {
            FindingLevel.Error => "error",
            FindingLevel.Warning => "warning",
            _ => "notice",
        };
        var place = string.Empty;
        if (finding.Locations.Count > 0)
        {
            var location = finding.Locations[0];
            place = $"file={Property(location.File)},line={location.Line},endLine={location.EndLine},col={location.Column}";
            if (location.EndLine == location.Line)
                place += $",endColumn={location.EndColumn}";
            place += ",";
        }

        return $"::{level} {place}title={Property(finding.Code)}::{Data(finding.Message)}";
    }

    private static string Data(string text) =>
        PlainText.Lines(text.ReplaceLineEndings("\n")).Replace("%", "%25", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
