using System.Text.Json.Nodes;
using MachineMetrics.Server.Entities;

namespace MachineMetrics.Server.Reports;

/// <summary>Makes a production report of a shop.</summary>
internal static class ProductionReport
{
    public static JsonObject Make(Shop shop, ReportRequest request)
    {
        var spans = Select(shop, request);
        var aggregate = new JsonObject();
        AddMetrics(aggregate, request.Metrics, spans);
        var items = request.Groups.Count == 0 ? [Row([], request.Metrics, spans)] : Rows(request, 0, [], spans);
        return new JsonObject { ["aggregate"] = aggregate, ["items"] = new JsonArray([.. items]) };
    }

    /// <summary>Gets the time to report on: that of machines in service, up to now, as far as the filters keep it.</summary>
    private static List<Span> Select(Shop shop, ReportRequest request)
    {
        var end = request.EndAt < shop.Now ? request.EndAt : shop.Now;
        var spans = shop.Machines
            .Where(machine => machine.DecommissionedAt is null && request.StartAt < end)
            .Select(machine => new Span(machine, request.StartAt, end));
        return [.. request.Filter.Aggregate(spans, (kept, filter) => kept
            .SelectMany(span => Grouping.Split(filter.Key, span))
            .Where(piece => piece.Id is not null && filter.Value.Contains(piece.Id))
            .Select(piece => piece.Span))];
    }

    private static IEnumerable<JsonNode> Rows(ReportRequest request, int level, (string Name, JsonNode? Value)[] columns, List<Span> spans)
    {
        var group = request.Groups[level];
        foreach (var member in spans.SelectMany(span => Grouping.Split(group, span)).GroupBy(piece => (piece.Id, piece.Name)))
        {
            var parts = member.Select(piece => piece.Span).ToList();
            (string, JsonNode?)[] own = [.. request.Flatten ? columns : [], .. Columns(group, member.Key.Id, member.Key.Name)];
            var isInner = level + 1 < request.Groups.Count;
            if (isInner && request.Flatten)
            {
                foreach (var row in Rows(request, level + 1, own, parts))
                    yield return row;
                continue;
            }

            var item = Row(own, request.Metrics, parts);
            if (isInner)
                item["items"] = new JsonArray([.. Rows(request, level + 1, own, parts)]);
            yield return item;
        }
    }

    private static (string, JsonNode?)[] Columns(string group, string? id, string name) =>
        id == name ? [(group, name)] : [(group, name), (group + "Id", id)];

    private static JsonObject Row((string Name, JsonNode? Value)[] columns, IReadOnlyList<string> metrics, List<Span> spans)
    {
        var row = new JsonObject();
        foreach (var (name, value) in columns)
            row[name] = value?.DeepClone();
        AddMetrics(row, metrics, spans);
        return row;
    }

    private static void AddMetrics(JsonObject row, IReadOnlyList<string> metrics, List<Span> spans)
    {
        var slice = new Slice(spans);
        foreach (var metric in metrics)
            row[metric] = Metrics.Of(metric, slice);
    }
}
