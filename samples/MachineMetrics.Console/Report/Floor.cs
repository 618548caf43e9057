using MachineMetrics.Rest;

namespace ShopFloor.Report;

/// <summary>All that the report shows.</summary>
internal sealed record Floor(
    DateTimeOffset Now,
    IReadOnlyList<MachineRow> Machines,
    IReadOnlyList<StopRow> Stops,
    IReadOnlyList<OperatorRow> Operators,
    IReadOnlyList<ActivityRow> Activities,
    Samples? Samples,
    Production Production);

/// <summary>A machine in service with its latest states; a state is null when the machine does not report it.</summary>
internal sealed record MachineRow(int Ref, string Name, string Model, string? Execution, string? Program, string? Tool)
{
    public bool IsRunning => Execution == "ACTIVE";
}

/// <summary>A machine that stands; the reason is null when nobody gave one.</summary>
internal sealed record StopRow(string Machine, DateTimeOffset Since, string? Reason, string Alarms);

/// <summary>A person who is signed in.</summary>
internal sealed record OperatorRow(string Name, string Machines, DateTimeOffset Since);

/// <summary>How many activities of a kind were begun, and how many of them are open.</summary>
internal sealed record ActivityRow(string Kind, int Begun, int Open);

/// <summary>The last values of one metric of one machine, the oldest first.</summary>
internal sealed record Samples(string Machine, string MetricKey, TimeSpan Window, IReadOnlyList<Sample> Values);

internal sealed record Sample(DateTimeOffset At, decimal? Value);

/// <summary>A day's production.</summary>
internal sealed record Production(DateOnly Day, ProductionReport Report);
