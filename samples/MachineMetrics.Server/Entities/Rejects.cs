namespace MachineMetrics.Server.Entities;

public enum RejectType
{
    Scrap,
    Nonconform,
}

/// <summary>A configured, hierarchical reason for rejecting parts.</summary>
public sealed class RejectReason
{
    public required int RejectReasonRef { get; init; }
    public required string Name { get; init; }
    public string? Code { get; init; }
    public DateTimeOffset? ArchivedAt { get; init; }
    public RejectReason? Parent { get; init => (field = value)?.Children.Add(this); }
    public List<RejectReason> Children { get; } = [];
}

/// <summary>Parts taken out of the good count.</summary>
public sealed class Reject
{
    public required int RejectRef { get; init; }
    public required Machine Machine { get; init => (field = value).Rejects.Add(this); }
    public required RejectType RejectType { get; init; }
    public required int Value { get; init; }
    public required DateTimeOffset RejectedAt { get; init; }
    public RejectReason? RejectReason { get; init; }
    public Operator? Operator { get; init; }
}
