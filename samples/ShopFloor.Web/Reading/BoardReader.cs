using Lathe;
using MachineMetrics;
using MachineMetrics.Rest;

namespace ShopFloor.Web.Reading;

/// <summary>Reads what the board shows.</summary>
internal sealed class BoardReader(IMachineMetricsClient client, ProductionReportClient reports, TimeProvider time)
{
    public async Task<BoardQuery.Data> ReadAsync(BoardFilter filter, CancellationToken cancellationToken)
    {
        // What is null is not sent, and what is not sent filters nothing.
        var states = filter.States.Count == 0 ? null : filter.States.SelectMany(state => state.Values).ToList();
        var result = await client.BoardAsync(states is null, !filter.AlarmsOnly, filter.ToPattern(), states, cancellationToken);
        return result.RequireData();
    }

    /// <summary>Reads today's utilisation of each machine by its name, as fractions of 1; nothing where there is none yet.</summary>
    public async Task<Dictionary<string, double>> ReadTodayAsync(CancellationToken cancellationToken)
    {
        var day = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var report = await reports.RunAsync(
            new() { StartDay = day, EndDay = day, Data = [new("utilizationRate")], GroupBy = [new("machine")] }, cancellationToken);
        var today = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var row in report.Items)
        {
            if (row is { Machine: { } machine, UtilizationRate: { } rate })
                today[machine] = rate;
        }

        return today;
    }
}
