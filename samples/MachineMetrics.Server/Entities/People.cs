namespace MachineMetrics.Server.Entities;

/// <summary>A person who runs machines.</summary>
public sealed class Operator
{
    public required int OperatorRef { get; init; }
    public required string Name { get; init; }
    public required Company Company { get; init => (field = value).Operators.Add(this); }
    public string? BadgeId { get; init; }
    public string? ErpEmployeeId { get; init; }
    public DateTimeOffset? ArchivedAt { get; init; }
    public List<OperatorRun> OperatorRuns { get; } = [];
}

/// <summary>A span during which an operator was signed in on a machine.</summary>
public sealed class OperatorRun
{
    public required int OperatorRunRef { get; init; }
    public required Operator Operator { get; init => (field = value).OperatorRuns.Add(this); }
    public required Machine Machine { get; init => (field = value).OperatorRuns.Add(this); }
    public required DateTimeOffset StartAt { get; init; }
    public DateTimeOffset? EndAt { get; init; }
}
