using System.Text.Json;

namespace Lathe.Tool.Output;

/// <summary>Writes SARIF 2.1.0, which code-scanning services read.</summary>
internal static class SarifFormat
{
    private const string SchemaAddress = "https://json.schemastore.org/sarif-2.1.0.json";

    public static void Write(Report report, TextWriter output, string folder) =>
        JsonFormat.Write(json => WriteLog(json, report, folder), output);

    private static void WriteLog(Utf8JsonWriter json, Report report, string folder)
    {
        json.WriteStartObject();
        json.WriteString("$schema", SchemaAddress);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        var rules = report.Findings.DistinctBy(finding => finding.Code).Select((finding, index) => (finding, index)).ToArray();
        WriteTool(json, rules.Select(rule => rule.finding));
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject("SRCROOT");
        json.WriteString("uri", new Uri(folder.TrimEnd('/', '\\') + "/").AbsoluteUri);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        var indices = rules.ToDictionary(rule => rule.finding.Code, rule => rule.index, StringComparer.Ordinal);
        foreach (var finding in report.Findings)
            WriteResult(json, finding, indices[finding.Code]);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter json, IEnumerable<Finding> rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "lathe");
        json.WriteString("semanticVersion", ToolVersion.Text);
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Code);
            json.WriteString("name", rule.Rule);
            json.WriteStartObject("shortDescription");
            json.WriteString("text", rule.Rule);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, Finding finding, int ruleIndex)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Code);
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("level", finding.Level switch { FindingLevel.Error => "error", FindingLevel.Warning => "warning", _ => "note" });
        json.WriteStartObject("message");
        json.WriteString("text", finding.Message);
        json.WriteEndObject();
        WriteLocations(json, "locations", finding.Locations.Take(1));
        if (finding.Locations.Count > 1)
            WriteLocations(json, "relatedLocations", finding.Locations.Skip(1));
        json.WriteEndObject();
    }

    private static void WriteLocations(Utf8JsonWriter json, string name, IEnumerable<FindingLocation> locations)
    {
        json.WriteStartArray(name);
        foreach (var location in locations)
        {
            json.WriteStartObject();
            json.WriteStartObject("physicalLocation");
            WriteArtifact(json, location.File);
            json.WriteStartObject("region");
            json.WriteNumber("startLine", location.Line);
            json.WriteNumber("startColumn", location.Column);
            json.WriteNumber("endLine", location.EndLine);
            json.WriteNumber("endColumn", location.EndColumn);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteArtifact(Utf8JsonWriter json, string file)
    {
        json.WriteStartObject("artifactLocation");
        if (Path.IsPathRooted(file))
        {
            json.WriteString("uri", new Uri(file).AbsoluteUri);
        }
        else
        {
            json.WriteString("uri", string.Join('/', file.Split('/').Select(Uri.EscapeDataString)));
            json.WriteString("uriBaseId", "SRCROOT");
        }

        json.WriteEndObject();
    }
}
