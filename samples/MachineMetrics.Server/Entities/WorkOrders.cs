namespace MachineMetrics.Server.Entities;

public enum WorkOrderStatus
{
    Pending,
    Released,
    InProgress,
    OnHold,
    Completed,
    Cancelled,
}

/// <summary>A manufacturing order of the ERP system.</summary>
public sealed class WorkOrder
{
    public required int WorkOrderRef { get; init; }
    public required string WorkOrderId { get; init; }
    public required WorkOrderStatus Status { get; init; }
    public Part? Part { get; init; }
    public string? PartNumber => Part?.PartNumber;
    public string? PartRevision => Part?.Revision;
    public decimal? QuantityRequired { get; init; }
    public DateTimeOffset? DueDate { get; init; }
    public List<WorkOrderOperation> WorkOrderOperations { get; } = [];
}

/// <summary>One step of a work order; its times are seconds.</summary>
public sealed class WorkOrderOperation
{
    public required int WorkOrderOperationRef { get; init; }
    public required WorkOrder WorkOrder { get; init => (field = value).WorkOrderOperations.Add(this); }
    public required int SequenceNumber { get; init; }
    public required WorkOrderStatus Status { get; init; }
    public Resource? Resource { get; init; }
    public decimal? QuantityRequired { get; init; }
    public decimal? CycleTimeStandard { get; init; }
    public decimal? SetupTimeStandard { get; init; }
    public DateTimeOffset? DueDate { get; init; }
    public List<ActivitySet> ActivitySets { get; } = [];
    public List<LaborTicket> LaborTickets { get; } = [];
}

/// <summary>An ERP work centre.</summary>
public sealed class Resource
{
    public required int ResourceRef { get; init; }
    public required string ResourceId { get; init; }
    public string? Name { get; init; }
    public List<Machine> Machines { get; init; } = [];
}

/// <summary>Labour booked against a step of a work order.</summary>
public sealed class LaborTicket
{
    public required int LaborTicketRef { get; init; }
    public required string LaborTicketId { get; init; }
    public required WorkOrderOperation WorkOrderOperation { get; init => (field = value).LaborTickets.Add(this); }
    public Operator? Operator { get; init; }
    public required DateTimeOffset ClockIn { get; init; }
    public DateTimeOffset? ClockOut { get; init; }
    public int? GoodParts { get; init; }
    public int? BadParts { get; init; }
}
