using MachineMetrics.Server.Entities;

namespace MachineMetrics.Server.Reports;

/// <summary>A stretch of one machine's time: what a report counts within.</summary>
internal readonly record struct Span(Machine Machine, DateTimeOffset StartAt, DateTimeOffset EndAt)
{
    public TimeSpan Length => EndAt - StartAt;

    public bool Contains(DateTimeOffset instant) => StartAt <= instant && instant < EndAt;

    /// <summary>Gets what this stretch and another one have in common, or null when that is nothing.</summary>
    public Span? Within(DateTimeOffset start, DateTimeOffset? end)
    {
        var from = start > StartAt ? start : StartAt;
        var to = end is { } stop && stop < EndAt ? stop : EndAt;
        return from < to ? this with { StartAt = from, EndAt = to } : null;
    }
}
