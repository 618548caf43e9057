using System.Text.Json;
using Lathe.Language.Changes;
using Lathe.Language.Changes.Impact;
using Lathe.Tool.Output;

namespace Lathe.Tool.Drift;

/// <summary>Writes the documented JSON of a drift; see docs/tool.md.</summary>
internal static class DriftJson
{
    public static void Write(Utf8JsonWriter json, DriftReport report)
    {
        json.WriteStartObject();
        json.WriteStartArray("changes");
        foreach (var change in report.Changes)
            WriteChange(json, change);
        json.WriteEndArray();
        json.WriteStartArray("refused");
        foreach (var refused in report.Refused)
        {
            json.WriteStartObject();
            WriteOwner(json, refused.Operation, refused.Fragment);
            JsonFormat.WriteLocation(json, FindingLocation.From(refused.Error.Locations[0]));
            json.WriteString("message", refused.Error.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteSummary(json, report);
        json.WriteEndObject();
    }

    private static void WriteChange(Utf8JsonWriter json, Drifted drifted)
    {
        json.WriteStartObject();
        json.WriteString("code", drifted.Change.Code);
        json.WriteString("criticality", drifted.Change.Criticality.ToString().ToLowerInvariant());
        json.WriteString("path", drifted.Change.Coordinate.ToString());
        json.WriteString("message", drifted.Change.Message);
        if (drifted.Change.Advice is { } advice)
            json.WriteString("advice", advice);
        if (drifted.Ignored is { } ignored)
            json.WriteString("ignored", ignored.Reason);
        json.WriteString("project", drifted.Project);
        json.WriteStartArray("affected");
        foreach (var use in drifted.Impact.Affected)
            WriteUse(json, use);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteUse(Utf8JsonWriter json, AffectedUse use)
    {
        json.WriteStartObject();
        WriteOwner(json, use.Operation, use.Fragment);
        json.WriteString("what", use.What);
        json.WriteBoolean("certain", use.IsCertain);
        if (use.Via is not null)
            json.WriteString("via", use.Via);
        JsonFormat.WriteLocation(json, FindingLocation.From(use.Location));
        json.WriteEndObject();
    }

    private static void WriteOwner(Utf8JsonWriter json, string? operation, string? fragment)
    {
        json.WriteString("operation", operation);
        if (fragment is not null)
            json.WriteString("fragment", fragment);
    }

    private static void WriteSummary(Utf8JsonWriter json, DriftReport report)
    {
        json.WriteStartObject("summary");
        json.WriteNumber("breaking", report.Count(ChangeCriticality.Breaking));
        json.WriteNumber("dangerous", report.Count(ChangeCriticality.Dangerous));
        json.WriteNumber("safe", report.Count(ChangeCriticality.Safe));
        json.WriteNumber("breakingAffecting", report.Changes.Count(change => change.IsBreaking && change.Impact.Affected.Count > 0));
        json.WriteNumber("ignored", report.Changes.Count(change => change.Ignored is not null));
        WriteNames(json, "brokenOperations", report.BrokenOperations);
        WriteNames(json, "doubtfulOperations", report.DoubtfulOperations);
        json.WriteBoolean("breaks", report.Breaks);
        json.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter json, string name, IReadOnlyList<string> operations)
    {
        json.WriteStartArray(name);
        foreach (var operation in operations)
            json.WriteStringValue(operation);
        json.WriteEndArray();
    }
}
