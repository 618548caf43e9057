using MachineMetrics.Rest;
using Microsoft.Extensions.Options;
using ShopFloor.Worker.Api;

namespace ShopFloor.Worker.Reports;

/// <summary>Reads a day: production of each shift by REST, and why machines stood by GraphQL, page after page.</summary>
internal sealed class ShiftReportReader(IShiftClient client, ProductionReportClient reports, IOptions<ShiftReportOptions> options)
{
    public async Task<IReadOnlyList<ShiftRow>> ReadAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var reasons = await ReadReasonsAsync(day, cancellationToken);
        var report = await reports.RunAsync(
            new()
            {
                StartDay = day,
                EndDay = day,
                Data = [new("totalParts"), new("rejectedParts"), new("utilizationRate"), new("downtime")],
                GroupBy = [new("shift"), new("machine")],
            },
            cancellationToken);
        return [.. report.Items.Select(row => new ShiftRow(
            day,
            row.Shift ?? "No Shift",
            row.Machine ?? "",
            row.TotalParts ?? 0,
            row.RejectedParts ?? 0,
            row.UtilizationRate is { } rate ? Math.Round((decimal)rate * 100, 1) : null,
            (int)Math.Round((row.Downtime ?? 0) / 60_000),
            reasons.GetValueOrDefault(row.Machine ?? "")))];
    }

    private async Task<Dictionary<string, string>> ReadReasonsAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var (from, to) = (Midnight(day), Midnight(day.AddDays(1)));
        var lengths = new Dictionary<(string Machine, string Reason), TimeSpan>();
        var stops = client.AllStopsAsync(new() { From = from, To = to, Limit = options.Value.PageSize }, cancellationToken: cancellationToken);
        await foreach (var stop in stops)
        {
            var key = (stop.Machine.Name, stop.AnnotationType?.Name.Replace("|", " / ", StringComparison.Ordinal) ?? "not given");
            var (start, end) = (stop.StartAt > from ? stop.StartAt : from, stop.EndAt < to ? stop.EndAt.Value : to);
            lengths[key] = lengths.GetValueOrDefault(key) + (end - start);
        }

        return lengths.GroupBy(stop => stop.Key.Machine, StringComparer.Ordinal).ToDictionary(
            machine => machine.Key,
            machine => machine.OrderByDescending(stop => stop.Value).ThenBy(stop => stop.Key.Reason, StringComparer.Ordinal).First().Key.Reason,
            StringComparer.Ordinal);
    }

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
