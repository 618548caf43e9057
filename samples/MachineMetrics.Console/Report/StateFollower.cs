using System.Globalization;
using MachineMetrics;
using Spectre.Console;

namespace ShopFloor.Report;

/// <summary>Prints machines as they change state.</summary>
internal sealed class StateFollower(IMachineMetricsClient client)
{
    /// <summary>Prints until so many changes have come, or until the caller has had enough.</summary>
    public async Task FollowAsync(IAnsiConsole console, int? changes, CancellationToken cancellationToken)
    {
        var known = new Dictionary<int, string?>();
        var left = changes ?? int.MaxValue;
        await foreach (var result in client.ExecutionChangesAsync(cancellationToken: cancellationToken))
        {
            // Each event holds the whole, so that nothing need be read again.
            if (result.IsResumed)
                console.WriteLine("The connection broke and was opened again; changes in between are shown as one.");
            foreach (var state in result.RequireData().CurrentStates)
            {
                var isKnown = known.TryGetValue(state.MachineRef, out var former);
                known[state.MachineRef] = state.Label;
                if (!isKnown || former == state.Label)
                    continue;
                var time = state.StartAt.ToString("HH:mm", CultureInfo.InvariantCulture);
                console.WriteLine($"{time}  {state.Machine.Name,-18} {former ?? "unknown"} -> {state.Label ?? "unknown"}");
                if (--left == 0)
                    return;
            }
        }
    }
}
