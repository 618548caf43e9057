namespace MachineMetrics.Server.Entities;

/// <summary>A product that is made.</summary>
public sealed class Part
{
    public required int PartRef { get; init; }
    public required string PartNumber { get; init; }
    public string? Description { get; init; }
    public string? Revision { get; init; }
    public decimal? Value { get; init; }
    public List<Operation> Operations { get; } = [];
}

/// <summary>A step of a part's routing; its times are seconds.</summary>
public sealed class Operation
{
    public required int OperationRef { get; init; }
    public required string Name { get; init; }
    public Part? Part { get; init => (field = value)?.Operations.Add(this); }
    public int? SequenceNumber { get; init; }
    public decimal? ExpectedPartTime { get; init; }
    public decimal? ExpectedSetupTime { get; init; }
    public decimal? IdealPartTime { get; init; }
    public List<ActivitySet> ActivitySets { get; } = [];
}

/// <summary>The older grouping of operations.</summary>
public sealed class Job
{
    public required int JobRef { get; init; }
    public required string Name { get; init; }
    public int? QuantityRequired { get; init; }
    public DateTimeOffset? DueAt { get; init; }
    public DateTimeOffset? CompletedAt { get; init; }
    public List<Operation> Operations { get; init; } = [];
    public List<ActivitySet> ActivitySets { get; } = [];
}
