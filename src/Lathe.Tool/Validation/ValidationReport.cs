using System.Globalization;
using System.Text.Json;
using Lathe.Tool.Output;

namespace Lathe.Tool.Validation;

/// <summary>What <c>lathe validate</c> found in all projects.</summary>
internal sealed class ValidationReport(IReadOnlyList<Finding> findings, int operations, int fragments) : Report
{
    public override string Title => "lathe validate";

    public override IReadOnlyList<Finding> Findings => findings;

    public bool HasErrors => findings.Any(finding => finding.Level == FindingLevel.Error);

    public override string Summary
    {
        get
        {
            var errors = findings.Count(finding => finding.Level == FindingLevel.Error);
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{Count(operations, "operation")} and {Count(fragments, "fragment")} checked: {Count(errors, "error")}, {Count(findings.Count - errors, "warning")}.");
        }
    }

    public override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteFindings(json, "errors", findings.Where(finding => finding.Level == FindingLevel.Error));
        WriteFindings(json, "warnings", findings.Where(finding => finding.Level != FindingLevel.Error));
        json.WriteNumber("operations", operations);
        json.WriteNumber("fragments", fragments);
        json.WriteEndObject();
    }

    public override void WriteText(TextWriter output, TerminalStyle style)
    {
        foreach (var finding in findings)
        {
            var level = finding.Level == FindingLevel.Error ? "error" : "warning";
            var place = finding.Locations.Count == 0 ? string.Empty : $"{finding.Locations[0].File}({finding.Locations[0].Line},{finding.Locations[0].Column}): ";
            var colour = finding.Level == FindingLevel.Error ? "\u001b[31m" : "\u001b[33m";
            var shown = style.Colour ? $"{colour}{level} {finding.Code}\u001b[0m" : $"{level} {finding.Code}";
            output.WriteLine($"{PlainText.Line(place)}{shown}: {PlainText.Line(finding.Message)}");
        }

        output.WriteLine(Summary);
    }

    public override void WriteMarkdown(TextWriter output)
    {
        output.WriteLine($"### GraphQL operations\n\n{Summary}");
        if (findings.Count == 0)
            return;
        output.WriteLine("\n| | place | message |\n| --- | --- | --- |");
        foreach (var finding in findings)
        {
            var place = finding.Locations.Count == 0 ? string.Empty : MarkdownText.Code($"{finding.Locations[0].File}:{finding.Locations[0].Line}:{finding.Locations[0].Column}");
            output.WriteLine($"| {MarkdownText.Code(finding.Code)} | {place} | {MarkdownText.Escape(finding.Message)} |");
        }
    }

    private static void WriteFindings(Utf8JsonWriter json, string name, IEnumerable<Finding> items)
    {
        json.WriteStartArray(name);
        foreach (var finding in items)
        {
            json.WriteStartObject();
            json.WriteString("code", finding.Code);
            json.WriteString("rule", finding.Rule);
            json.WriteString("message", finding.Message);
            if (finding.Locations.Count > 0)
                JsonFormat.WriteLocation(json, finding.Locations[0]);
            json.WriteStartArray("locations");
            foreach (var location in finding.Locations)
            {
                json.WriteStartObject();
                JsonFormat.WriteLocation(json, location);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? string.Empty : "s")}");
}
