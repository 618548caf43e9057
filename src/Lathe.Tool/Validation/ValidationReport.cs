using System.Globalization;
using System.Text.Json;
using Lathe.Tool.Output;

namespace Lathe.Tool.Validation;

/// <summary>What <c>lathe validate</c> found in all projects.</summary>
internal sealed class ValidationReport(IReadOnlyList<Finding> all, int operations, int fragments) : FindingsReport(all)
{
    public override string Title => "lathe validate";

    protected override string Heading => "GraphQL operations";

    public bool HasErrors => Findings.Any(finding => finding.Level == FindingLevel.Error);

    public override string Summary
    {
        get
        {
            var errors = Findings.Count(finding => finding.Level == FindingLevel.Error);
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{PlainText.Count(operations, "operation")} and {PlainText.Count(fragments, "fragment")} checked: "
                + $"{PlainText.Count(errors, "error")}, {PlainText.Count(Findings.Count - errors, "warning")}.");
        }
    }

    public override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteFindings(json, "errors", Findings.Where(finding => finding.Level == FindingLevel.Error));
        WriteFindings(json, "warnings", Findings.Where(finding => finding.Level != FindingLevel.Error));
        json.WriteNumber("operations", operations);
        json.WriteNumber("fragments", fragments);
        json.WriteEndObject();
    }
}
