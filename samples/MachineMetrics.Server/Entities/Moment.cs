namespace MachineMetrics.Server.Entities;

/// <summary>The states of all machines after one of them has changed its own: what subscribers are sent.</summary>
public sealed class Moment
{
    /// <summary>Gets the latest values, as queries know them but for the machines that have changed since.</summary>
    public required IReadOnlyList<CurrentState> CurrentStates { get; init; }
}
