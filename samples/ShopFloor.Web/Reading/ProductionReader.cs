using MachineMetrics;
using MachineMetrics.Rest;
using ShopFloor.Web.Components;

namespace ShopFloor.Web.Reading;

/// <summary>Reads production by REST, and downtime by GraphQL, page after page.</summary>
internal sealed class ProductionReader(IMachineMetricsClient client, ProductionReportClient reports, TimeProvider time)
{
    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    public async Task<Production> ReadAsync(Days days, CancellationToken cancellationToken)
    {
        var downtime = ReadDowntimeAsync(days, cancellationToken);
        var production = await ReadAsync(days, null, cancellationToken);
        return production with { Downtime = await downtime };
    }

    /// <summary>Reads without downtime.</summary>
    /// <param name="days">Which days.</param>
    /// <param name="machineId">Whose production; null for that of all machines.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<Production> ReadAsync(Days days, Guid? machineId, CancellationToken cancellationToken)
    {
        var report = await reports.RunAsync(
            new()
            {
                StartDay = days.First,
                EndDay = days.Last,
                Data = [new("utilizationRate"), new("totalParts"), new("rejectedParts")],
                GroupBy = [new("day")],
                Filter = new() { Machine = machineId is { } id ? [id] : [] },
            },
            cancellationToken);
        var rates = report.Items.Where(row => row.Day is not null).ToLookup(row => row.Day!.Value, row => row.UtilizationRate);
        var utilisation = Enumerable.Range(0, days.Count)
            .Select(at => days.First.AddDays(at))
            .Select(day => new DayRate(day, rates[day].FirstOrDefault()));
        var all = report.Aggregate;
        return new Production(days, [.. utilisation], all.TotalParts ?? 0, all.RejectedParts ?? 0, all.UtilizationRate, null);
    }

    private async Task<IReadOnlyList<DowntimeShare>> ReadDowntimeAsync(Days days, CancellationToken cancellationToken)
    {
        var end = days.End < time.GetUtcNow() ? days.End : time.GetUtcNow();
        var shares = new Dictionary<(string Reason, bool IsPlanned), TimeSpan>();
        await foreach (var stop in client.AllDowntimeAsync(new() { From = days.Start, To = end }, cancellationToken: cancellationToken))
        {
            var key = (DowntimeReason.Short(stop.AnnotationType?.Name), stop.IsPlanned);
            var from = stop.StartAt > days.Start ? stop.StartAt : days.Start;
            var to = stop.EndAt < end ? stop.EndAt.Value : end;
            if (to > from)
                shares[key] = shares.GetValueOrDefault(key) + (to - from);
        }

        return
        [
            .. shares.Select(share => new DowntimeShare(share.Key.Reason, share.Key.IsPlanned, share.Value)).OrderByDescending(share => share.Length),
        ];
    }
}
