using System.Text.Json;

namespace Lathe.Tool.Output;

/// <summary>A report that is its findings, line by line, and a sentence.</summary>
/// <param name="all">What was found. Projects may share files: as in the build, what two of them find is told once.</param>
internal abstract class FindingsReport(IReadOnlyList<Finding> all) : Report
{
    private readonly Finding[] _findings = [
        .. all.DistinctBy(finding => (finding.Code, finding.Level, finding.Message, string.Join('|', finding.Locations))),
    ];

    public override IReadOnlyList<Finding> Findings => _findings;

    /// <summary>Gets the heading in Markdown.</summary>
    protected abstract string Heading { get; }

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
        output.WriteLine($"### {Heading}\n\n{Summary}");
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

    protected static void WriteFindings(Utf8JsonWriter json, string name, IEnumerable<Finding> items)
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
