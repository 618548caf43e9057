using MachineMetrics.Server.Entities;
using MachineMetrics.Server.Seed;

namespace MachineMetrics.Server.Reports;

/// <summary>The spans of one row of a report, and the sums that metrics are made of; durations are milliseconds.</summary>
internal sealed class Slice(IReadOnlyList<Span> spans)
{
    public double AllTime => spans.Sum(span => span.Length.TotalMilliseconds);

    public double TimeInCycle => InState(Signals.Execution, "ACTIVE");

    public double TimeInCut => InState(Signals.Cutting, "CUT");

    public double Downtime => Stopped(_ => true);

    public double PlannedDowntime => Stopped(stop => stop.IsPlanned);

    public double CategorizedDowntime => Stopped(stop => stop.AnnotationType is not null);

    public double NonOptionalTime => AllTime - PlannedDowntime;

    public double RunTime => AllTime - Downtime;

    public int TotalParts => Parts.Sum(part => part.Value);

    public int RejectedParts => Rejects.Sum(reject => reject.Value);

    public int NonconformParts => Rejects.Where(reject => reject.RejectType == RejectType.Nonconform).Sum(reject => reject.Value);

    public int GoodParts => Math.Max(0, TotalParts - RejectedParts);

    public double ExpectedPartsTime => 1000 * Parts.Sum(part => part.Value * (double)(part.ActivitySet?.Operation?.ExpectedPartTime ?? 0));

    public double IdealPartsTime => 1000 * Parts.Sum(part => part.Value * (double)(part.ActivitySet?.Operation?.IdealPartTime ?? 0));

    public double ExpectedSetupTime => 1000 * StartedRuns.Sum(run => (double)(run.Operation?.ExpectedSetupTime ?? 0));

    public int PartsGoal => StartedRuns.Sum(run => run.PartsGoal ?? 0);

    public double? WarningThreshold => spans.Average(span => span.Machine.UtilizationWarningPercent / 100);

    public double? FailureThreshold => spans.Average(span => span.Machine.UtilizationFailurePercent / 100);

    public DateTimeOffset? StartAt => spans.Count == 0 ? null : spans.Min(span => span.StartAt);

    public DateTimeOffset? EndAt => spans.Count == 0 ? null : spans.Max(span => span.EndAt);

    /// <summary>Gets whether rates mean anything: outside of all shifts nothing is expected to run.</summary>
    public bool HasRates => spans.Any(Grouping.IsWithinShift);

    private List<PartCount> Parts =>
        field ??= [.. spans.SelectMany(span => span.Machine.PartCounts.Where(part => span.Contains(part.CountedAt)))];

    private List<Reject> Rejects =>
        field ??= [.. spans.SelectMany(span => span.Machine.Rejects.Where(reject => span.Contains(reject.RejectedAt)))];

    private IEnumerable<ActivitySet> StartedRuns =>
        spans.SelectMany(span => span.Machine.ActivitySets.Where(run => span.Contains(run.StartAt)));

    private double InState(string metricKey, string value) => spans.Sum(span => span.Machine.StateIntervals
        .Where(state => state.MetricKey == metricKey && state.Value == value)
        .Sum(state => Overlap(span, state.StartAt, state.EndAt)));

    private double Stopped(Func<Annotation, bool> counts) => spans.Sum(span => span.Machine.Annotations
        .Where(counts).Sum(stop => Overlap(span, stop.StartAt, stop.EndAt)));

    private static double Overlap(Span span, DateTimeOffset start, DateTimeOffset? end) =>
        span.Within(start, end)?.Length.TotalMilliseconds ?? 0;
}
