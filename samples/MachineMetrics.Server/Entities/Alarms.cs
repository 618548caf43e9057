using System.Text.Json.Nodes;

namespace MachineMetrics.Server.Entities;

public enum AlarmSeverity
{
    Normal,
    Warning,
    Fault,
    Unavailable,
}

/// <summary>An alarm that is active now.</summary>
public sealed class CurrentAlarm
{
    public required Machine Machine { get; init => (field = value).CurrentAlarms = [.. value.CurrentAlarms, this]; }
    public int MachineRef => Machine.MachineRef;
    public required DateTimeOffset StartAt { get; init; }
    public string? NativeCode { get; init; }
    public string? Label { get; init; }
    public string? Description { get; init; }
    public AlarmSeverity? Severity { get; init; }
}

/// <summary>A span of an alarm; open while it is active.</summary>
public sealed record AlarmInterval
{
    public required Machine Machine { get; init => (field = value).AlarmIntervals = [.. value.AlarmIntervals, this]; }
    public int MachineRef => Machine.MachineRef;
    public required DateTimeOffset StartAt { get; init; }
    public DateTimeOffset? EndAt { get; init; }
    public string? NativeCode { get; init; }
    public string? Label { get; init; }
    public string? Description { get; init; }
    public AlarmSeverity? Severity { get; init; }
}

/// <summary>A rule that reacts to machines.</summary>
public sealed class Workflow
{
    public required int WorkflowRef { get; init; }
    public required string Name { get; init; }
    public required bool IsEnabled { get; init; }
    public required JsonNode Trigger { get; init; }
    public List<WorkflowIncident> Incidents { get; } = [];
}

/// <summary>One time a workflow fired.</summary>
public sealed class WorkflowIncident
{
    public required long WorkflowIncidentRef { get; init; }
    public required Workflow Workflow { get; init => (field = value).Incidents.Add(this); }
    public required Machine Machine { get; init => (field = value).WorkflowIncidents.Add(this); }
    public required DateTimeOffset TriggeredAt { get; init; }
    public DateTimeOffset? ResolvedAt { get; init; }
}
