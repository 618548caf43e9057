namespace MachineMetrics.Server.Entities;

/// <summary>
/// A machine of the shop. Setting a relation of any entity links both of its sides. What changes while the shop is open is a record in a list:
/// a change replaces the list, never a record in it. Readers need no lock.
/// </summary>
public sealed class Machine
{
    public required int MachineRef { get; init; }
    public required Guid MachineId { get; init; }
    public required string Name { get; init; }
    public string? Make { get; init; }
    public string? Model { get; init; }
    public string? MachineType { get; init; }
    public string? SerialNumber { get; init; }
    public string? ErpMachineId { get; init; }
    public double? UtilizationWarningPercent { get; init; }
    public double? UtilizationFailurePercent { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? DecommissionedAt { get; init; }

    public required Company Company { get; init => (field = value).Machines.Add(this); }
    public Location? Location { get; init => (field = value)?.Machines.Add(this); }
    public EdgeDevice? EdgeDevice { get; init => (field = value)?.Machines.Add(this); }

    public List<MachineGroup> MachineGroups { get; } = [];
    public List<Metric> Metrics { get; } = [];
    public List<DataItem> DataItems { get; } = [];
    public IReadOnlyList<CurrentState> CurrentStates { get; internal set; } = [];
    public IReadOnlyList<CurrentAlarm> CurrentAlarms { get; internal set; } = [];
    public IReadOnlyList<StateInterval> StateIntervals { get; internal set; } = [];
    public IReadOnlyList<AlarmInterval> AlarmIntervals { get; internal set; } = [];
    public List<Quantity> Quantities { get; } = [];
    public IReadOnlyList<Annotation> Annotations { get; internal set; } = [];
    public List<ActivitySet> ActivitySets { get; } = [];
    public List<Activity> Activities { get; } = [];
    public List<PartCount> PartCounts { get; } = [];
    public List<Reject> Rejects { get; } = [];
    public List<OperatorRun> OperatorRuns { get; } = [];
    public List<WorkflowIncident> WorkflowIncidents { get; } = [];
}

/// <summary>A named set of machines.</summary>
public sealed class MachineGroup
{
    public required int MachineGroupRef { get; init; }
    public required Guid MachineGroupId { get; init; }
    public required string Name { get; init; }
    public List<Machine> Machines { get; } = [];

    public void Add(Machine machine)
    {
        Machines.Add(machine);
        machine.MachineGroups.Add(this);
    }
}
