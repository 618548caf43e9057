using System.Text.Json;
using Lathe.Tool.Output;

namespace Lathe.Tool.Usage;

/// <summary>What <c>lathe operations unused</c> found.</summary>
internal sealed class UnusedReport(IReadOnlyList<Finding> all, int projects) : FindingsReport(all)
{
    public override string Title => "lathe operations unused";

    public override string Summary =>
        $"{PlainText.Count(Findings.Count, "unused part")} in the documents of {PlainText.Count(projects, "project")}.";

    protected override string Heading => "Unused parts of GraphQL operations";

    public override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteFindings(json, "unused", Findings);
        json.WriteNumber("projects", projects);
        json.WriteEndObject();
    }
}
