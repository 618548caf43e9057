namespace MachineMetrics.Server.Entities;

/// <summary>The states of all machines after one of them has changed its own: what subscribers are sent.</summary>
public sealed class Moment
{
    /// <summary>Gets the latest values, as queries know them but for the machines that have changed since.</summary>
    public required IReadOnlyList<StateChange> CurrentStates { get; init; }
}

/// <summary>The latest value of one state metric, of a machine that goes on while the shop's clock stands still.</summary>
public sealed record StateChange(Metric Metric, DateTimeOffset StartAt, string? Value, string? Label, string? Description)
{
    public Machine Machine => Metric.Machine;
    public int MachineRef => Machine.MachineRef;
    public string MetricKey => Metric.MetricKey;

    /// <summary>Copies what a query would say now.</summary>
    public static StateChange Of(CurrentState state) => new(state.Metric, state.StartAt, state.Value, state.Label, state.Description);
}
