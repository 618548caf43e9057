using System.Globalization;
using System.Text.Json;
using MachineMetrics.Server.Hosting;

namespace MachineMetrics.Server.Reports;

/// <summary>Reads and validates the body of a report request; all faults at once, each with its field.</summary>
internal sealed class RequestReader(JsonElement body)
{
    private static readonly string[] s_filters = ["machine", "machineGroup", "jobOperation", "shift", "operator"];

    private readonly List<FieldError> errors = [];

    /// <summary>Returns the request, or the faults.</summary>
    public static (ReportRequest? Request, IReadOnlyList<FieldError> Errors) Read(JsonElement body)
    {
        var reader = new RequestReader(body);
        var request = reader.Read();
        return (reader.errors.Count == 0 ? request : null, reader.errors);
    }

    private ReportRequest Read()
    {
        var (start, end) = ReadPeriod();
        return new ReportRequest(
            start,
            end,
            ReadNames("data", "metric", Metrics.IsKnown, "InvalidDataItem", "Metric", required: true),
            ReadNames("groupBy", "group", Grouping.IsKnown, "InvalidGroup", "Group", required: false),
            ReadFilter(),
            ReadFlag("flatten"),
            ReadFlag("csv"));
    }

    private (DateTimeOffset Start, DateTimeOffset End) ReadPeriod()
    {
        var older = body.TryGetProperty("start", out _) || body.TryGetProperty("end", out _);
        var (startName, endName) = older ? ("start", "end") : ("startDay", "endDay");
        if (ReadInstant(startName, older) is not { } start || ReadInstant(endName, older) is not { } end)
            return default;
        if (older ? start >= end : start > end)
            Fail(endName, "InvalidRange", older ? "start must be before end" : "startDay must not be after endDay");
        return (start, older ? end : end.AddDays(1));
    }

    private DateTimeOffset? ReadInstant(string name, bool time)
    {
        if (!body.TryGetProperty(name, out var value))
            return Fail(name, "MissingField", $"{name} is required");
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        const DateTimeStyles Universal = DateTimeStyles.AssumeUniversal;
        var valid = time
            ? DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Universal, out var instant)
            : DateTimeOffset.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, Universal, out instant);
        return valid ? instant : Fail(name, "InvalidDate", $"'{text}' is not an ISO 8601 {(time ? "date and time" : "date")}");
    }

    private List<string> ReadNames(string field, string member, Func<string, bool> isKnown, string code, string what, bool required)
    {
        var names = new List<string>();
        var given = body.TryGetProperty(field, out var items) && items.ValueKind == JsonValueKind.Array && items.GetArrayLength() > 0;
        if (!given && (required || items.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Array)))
            Fail(field, "MissingField", $"{field} must be a list of at least one object with the member '{member}'");
        foreach (var item in given ? items.EnumerateArray() : default)
        {
            var name = item.ValueKind == JsonValueKind.Object && item.TryGetProperty(member, out var value) ? Text(value) : item.GetRawText();
            if (isKnown(name))
                names.Add(name);
            else
                Fail(field, code, $"{what} '{name}' is not valid");
        }

        return names;
    }

    private Dictionary<string, IReadOnlyList<string>> ReadFilter()
    {
        var filter = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (!body.TryGetProperty("filter", out var members) || members.ValueKind != JsonValueKind.Object)
            return filter;
        foreach (var member in members.EnumerateObject())
        {
            if (!s_filters.Contains(member.Name) || member.Value.ValueKind != JsonValueKind.Array)
                Fail("filter", "InvalidFilter", $"Filter '{member.Name}' is not valid");
            else if (member.Value.GetArrayLength() > 0)
                filter[member.Name] = [.. member.Value.EnumerateArray().Select(Text)];
        }

        return filter;
    }

    private bool ReadFlag(string name)
    {
        if (body.TryGetProperty(name, out var value) && value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            Fail(name, "InvalidFlag", $"{name} must be true or false");
        return value.ValueKind == JsonValueKind.True;
    }

    private DateTimeOffset? Fail(string field, string code, string message)
    {
        errors.Add(new FieldError(field, code, message));
        return null;
    }

    private static string Text(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
