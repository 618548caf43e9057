using System.Globalization;
using System.Text.Json;
using Lathe.Tool.Output;

namespace Lathe.Tool.Validation;

/// <summary>What <c>lathe validate</c> found in all projects.</summary>
internal sealed class ValidationReport(IReadOnlyList<Finding> all, int operations, int fragments) : Report
{
    // Projects may share files; as in the build, what two of them find is told once.
    private readonly Finding[] _findings = [
        .. all.DistinctBy(finding => (finding.Code, finding.Level, finding.Message, string.Join('|', finding.Locations))),
    ];

    public override string Title => "lathe validate";

    public override IReadOnlyList<Finding> Findings => _findings;

    public bool HasErrors => _findings.Any(finding => finding.Level == FindingLevel.Error);

    public override string Summary
    {
        get
        {
            var errors = _findings.Count(finding => finding.Level == FindingLevel.Error);
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{PlainText.Count(operations, "operation")} and {PlainText.Count(fragments, "fragment")} checked: "
                + $"{PlainText.Count(errors, "error")}, {PlainText.Count(_findings.Length - errors, "warning")}.");
        }
    }

    public override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteFindings(json, "errors", _findings.Where(finding => finding.Level == FindingLevel.Error));
        WriteFindings(json, "warnings", _findings.Where(finding => finding.Level != FindingLevel.Error));
        json.WriteNumber("operations", operations);
        json.WriteNumber("fragments", fragments);
        json.WriteEndObject();
    }

    public override void WriteText(TextWriter output, TerminalStyle style)
    {
        foreach (var finding in _findings)
        {
            var level = finding.Level == FindingLevel.Error ? "error" : "warning";
            var place = finding.Locations.Count == 0
                ? string.Empty
                : $"{finding.Locations[0].File}({finding.Locations[0].Line},{finding.Locations[0].Column}): ";
            var colour = finding.Level == FindingLevel.Error ? "\u001b[31m" : "\u001b[33m";
            var shown = style.Colour ? $"{colour}{level} {finding.Code}\u001b[0m" : $"{level} {finding.Code}";
            output.WriteLine($"{PlainText.Line(place)}{shown}: {PlainText.Line(finding.Message)}");
        }

        output.WriteLine(Summary);
    }

    public override void WriteMarkdown(TextWriter output)
    {
        output.WriteLine($"### GraphQL operations\n\n{Summary}");
        if (_findings.Length == 0)
            return;
        output.WriteLine("\n| | place | message |\n| --- | --- | --- |");
        foreach (var finding in _findings)
        {
            var place = finding.Locations.Count == 0
                ? string.Empty
                : MarkdownText.Code($"{finding.Locations[0].File}:{finding.Locations[0].Line}:{finding.Locations[0].Column}");
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
}
