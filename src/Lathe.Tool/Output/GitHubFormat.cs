using System.Globalization;

namespace Lathe.Tool.Output;

/// <summary>Writes workflow commands that GitHub shows as annotations at the lines of a pull request.</summary>
internal static class GitHubFormat
{
    // A step shows ten annotations of each level, and drops the others without a word: https://docs.github.com/en/rest/checks/runs, and for
    // notices https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md#limitations.
    private const int MostOfALevel = 10;

    public static void Write(Report report, TextWriter output, RepositoryPaths paths)
    {
        var hidden = new List<string>();
        foreach (var level in report.Findings.GroupBy(finding => finding.Level).OrderByDescending(level => level.Key))
        {
            foreach (var finding in level.Take(MostOfALevel))
                output.WriteLine(Command(finding, paths));
            if (level.Count() > MostOfALevel)
                hidden.Add(string.Create(CultureInfo.InvariantCulture, $"{level.Count() - MostOfALevel} {Name(level.Key)}s"));
        }

        if (hidden.Count > 0)
            output.WriteLine($"Not annotated, as GitHub shows {MostOfALevel} of a level: {string.Join(", ", hidden)}. --format json has all.");
        output.WriteLine(report.Summary);
    }

    private static string Command(Finding finding, RepositoryPaths paths)
    {
        var place = string.Empty;
        if (finding.Locations.Count > 0)
        {
            var location = finding.Locations[0];
            var file = Property(paths.Show(location.File));
            place = $"file={file},line={location.Line},endLine={location.EndLine},col={location.Column}";
            if (location.EndLine == location.Line)
                place += $",endColumn={location.EndColumn}";
            place += ",";
        }

        return $"::{Name(finding.Level)} {place}title={Property(finding.Code)}::{Data(finding.Message)}";
    }

    private static string Name(FindingLevel level) => level switch
    {
        FindingLevel.Error => "error",
        FindingLevel.Warning => "warning",
        _ => "notice",
    };

    private static string Data(string text) =>
        PlainText.Lines(text.ReplaceLineEndings("\n")).Replace("%", "%25", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
