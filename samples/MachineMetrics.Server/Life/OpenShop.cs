using MachineMetrics.Server.Entities;
using MachineMetrics.Server.Seed;

namespace MachineMetrics.Server.Life;

/// <summary>Lets machines of a shop start and stop as time goes on, for everybody who asks or subscribes.</summary>
internal sealed class OpenShop(Shop shop, TimeSpan interval) : IAsyncDisposable
{
    private readonly CancellationTokenSource end = new();
    private readonly Chance chance = new(4711);
    private volatile TaskCompletionSource changed = NextChange();
    private Task running = Task.CompletedTask;

    /// <summary>Gets what ends with the next change.</summary>
    public Task Changed => changed.Task;

    public void Start() => running = Task.Run(() => RunAsync(end.Token));

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await running;
        end.Dispose();
    }

    private async Task RunAsync(CancellationToken stop)
    {
        var machines = shop.Machines.Where(machine => machine.DecommissionedAt is null).ToList();
        using var timer = new PeriodicTimer(interval);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                Change(Pick(machines));
                var former = changed;
                changed = NextChange();
                former.SetResult();
            }
        }
        catch (OperationCanceledException)
        {
            // The shop closes.
        }
    }

    // About two machines in three run.
    private Machine Pick(List<Machine> machines)
    {
        var running = machines.Where(IsRunning).ToList();
        var standing = machines.Where(machine => !IsRunning(machine)).ToList();
        var stopsOne = running.Count > 0 && (standing.Count == 0 || chance.Percent((running.Count * 100 / machines.Count) - 15));
        return chance.Pick(stopsOne ? running : standing);
    }

    private void Change(Machine machine)
    {
        var now = shop.Now;
        if (IsRunning(machine))
            Stop(machine, now);
        else
            Resume(machine, now);
    }

    private void Stop(Machine machine, DateTimeOffset now)
    {
        var value = chance.Percent(60) ? "INTERRUPTED" : "STOPPED";
        Execute(machine, value, now);
        if (value == "STOPPED" || chance.Percent(50))
            Stops.Annotate(shop, machine, now, null, chance.Percent(20) ? null : chance.Pick(Reasons()));
        if (value == "STOPPED" && chance.Percent(40))
            Stops.Raise(machine, chance.Pick(Stops.Alarms), now);
    }

    private static void Resume(Machine machine, DateTimeOffset now)
    {
        Execute(machine, "ACTIVE", now);
        machine.CurrentAlarms = [];
        foreach (var stop in machine.Annotations.Where(stop => stop.EndAt is null))
            stop.EndAt = now;
    }

    private List<AnnotationType> Reasons() => [.. shop.AnnotationTypes.Where(type => type.Parent is not null)];

    private static void Execute(Machine machine, string value, DateTimeOffset now)
    {
        foreach (var span in machine.StateIntervals.Where(span => span.MetricKey == Signals.Execution && span.EndAt is null))
            span.EndAt = now;
        Timeline.AddSpan(machine, Signals.Execution, value, now, null);
        StateOf(machine).Reading = new Reading(now, value, Signals.LabelOf(value));
    }

    private static bool IsRunning(Machine machine) => StateOf(machine).Value == "ACTIVE";

    private static CurrentState StateOf(Machine machine) => machine.CurrentStates.First(state => state.MetricKey == Signals.Execution);

    private static TaskCompletionSource NextChange() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
