using System.Globalization;
using System.Text.Json;

namespace Lathe.Tool.Output;

/// <summary>Writes a code quality report of GitLab, which merge requests show at their lines.</summary>
internal static class GitLabFormat
{
    // The report's entries have a place; what has none is about the configuration.
    private static readonly FindingLocation s_nowhere = new(Language.Configuration.ConfigurationReader.FileName, 1, 1, 1, 1);

    public static void Write(Report report, TextWriter output, RepositoryPaths paths) =>
        JsonFormat.Write(json => Write(json, report, paths), output);

    private static void Write(Utf8JsonWriter json, Report report, RepositoryPaths paths)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        json.WriteStartArray();
        foreach (var finding in report.Findings)
        {
            var location = finding.Locations.Count > 0 ? finding.Locations[0] : s_nowhere;
            var path = paths.Show(location.File);
            json.WriteStartObject();
            json.WriteString("description", finding.Message);
            json.WriteString("check_name", finding.Code);
            json.WriteString("fingerprint", Fingerprint(seen, $"{finding.Code}\n{path}\n{finding.Message}"));
            json.WriteString("severity", Severity(finding.Level));
            json.WriteStartObject("location");
            json.WriteString("path", path);
            json.WriteStartObject("lines");
            json.WriteNumber("begin", location.Line);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Severity(FindingLevel level) => level switch
    {
        FindingLevel.Error => "major",
        FindingLevel.Warning => "minor",
        _ => "info",
    };

    // Without the line: a finding that moved is not a new one. Equal ones are numbered.
    private static string Fingerprint(Dictionary<string, int> seen, string text)
    {
        var number = seen[text] = seen.GetValueOrDefault(text) + 1;
        return Digest.Sha256(string.Create(CultureInfo.InvariantCulture, $"{text}\n{number}"));
    }
}
