namespace MachineMetrics.Server.Entities;

public enum ActivityMode
{
    Production,
    Setup,
    PlannedDowntime,
    UnplannedDowntime,
}

/// <summary>A production run: the activities between starting and closing a job on a machine.</summary>
public sealed class ActivitySet
{
    public required int ActivitySetRef { get; init; }
    public required Machine Machine { get; init => (field = value).ActivitySets.Add(this); }
    public required DateTimeOffset StartAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
    public int? PartsGoal { get; init; }
    public Job? Job { get; init => (field = value)?.ActivitySets.Add(this); }
    public Operation? Operation { get; init => (field = value)?.ActivitySets.Add(this); }
    public WorkOrderOperation? WorkOrderOperation { get; init => (field = value)?.ActivitySets.Add(this); }
    public string? WorkOrderId => WorkOrderOperation?.WorkOrder.WorkOrderId;
    public List<Activity> Activities { get; } = [];
}

/// <summary>One contiguous phase of a production run.</summary>
public sealed class Activity
{
    public required int ActivityRef { get; init; }
    public required ActivitySet ActivitySet
    {
        get;
        init
        {
            field = value;
            value.Activities.Add(this);
            value.Machine.Activities.Add(this);
        }
    }

    public Machine Machine => ActivitySet.Machine;
    public required ActivityMode ActivityMode { get; init; }
    public required string ActivityType { get; init; }
    public required DateTimeOffset StartAt { get; init; }
    public DateTimeOffset? EndAt { get; init; }
    public Operator? Operator { get; init; }
}

/// <summary>A change of a machine's part counter.</summary>
public sealed class PartCount
{
    public required long PartCountRef { get; init; }
    public required Machine Machine { get; init => (field = value).PartCounts.Add(this); }
    public ActivitySet? ActivitySet { get; init; }
    public required DateTimeOffset CountedAt { get; init; }
    public required int Value { get; init; }
}
