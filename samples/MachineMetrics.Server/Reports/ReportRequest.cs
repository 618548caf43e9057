namespace MachineMetrics.Server.Reports;

/// <summary>A valid request for the production report.</summary>
/// <param name="StartAt">The first instant that counts.</param>
/// <param name="EndAt">The first instant that counts no more.</param>
/// <param name="Metrics">Names of metrics, at least one.</param>
/// <param name="Groups">Names of groups, the outermost first.</param>
/// <param name="Filter">For each group that filters, the ids that stay.</param>
/// <param name="Flatten">Whether there is one row for each combination of groups; otherwise rows nest.</param>
/// <param name="Csv">Whether the answer is CSV.</param>
internal sealed record ReportRequest(
    DateTimeOffset StartAt,
    DateTimeOffset EndAt,
    IReadOnlyList<string> Metrics,
    IReadOnlyList<string> Groups,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Filter,
    bool Flatten,
    bool Csv);
