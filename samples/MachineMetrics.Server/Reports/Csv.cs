using System.Text.Json.Nodes;

namespace MachineMetrics.Server.Reports;

/// <summary>Writes flat rows as CSV (RFC 4180).</summary>
internal static class Csv
{
    public static string Write(JsonArray rows)
    {
        var columns = rows.SelectMany(row => ((JsonObject)row!).Select(member => member.Key)).Distinct().ToList();
        var lines = rows.Select(row => string.Join(',', columns.Select(column => Cell(row![column]))));
        return string.Concat(lines.Prepend(string.Join(',', columns)).Select(line => line + "\r\n"));
    }

    private static string Cell(JsonNode? value)
    {
        var text = value?.ToString() ?? "";
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
