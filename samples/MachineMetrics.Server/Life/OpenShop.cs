using MachineMetrics.Server.Entities;
using MachineMetrics.Server.Seed;

namespace MachineMetrics.Server.Life;

/// <summary>Lets machines of a shop start and stop as time goes on, for everybody who asks or subscribes.</summary>
/// <param name="shop">The shop, whose clock runs.</param>
/// <param name="interval">The time between two changes.</param>
/// <param name="time">Tells when to change; null for the system's time.</param>
internal sealed class OpenShop(Shop shop, TimeSpan interval, TimeProvider? time = null) : IAsyncDisposable
{
    private readonly CancellationTokenSource end = new();
    private readonly Chance chance = new(4711);
    private volatile TaskCompletionSource changed = NextChange();
    private Task running = Task.CompletedTask;

    /// <summary>Gets what ends with the next change.</summary>
    public Task Changed => changed.Task;

    public void Start()
    {
        var timer = new PeriodicTimer(interval, time ?? TimeProvider.System);
        running = Task.Run(() => RunAsync(timer, end.Token));
    }

    public async ValueTask DisposeAsync()
    {
        if (end.IsCancellationRequested)
            return;
        await end.CancelAsync();
        await running;
        end.Dispose();
    }

    private async Task RunAsync(PeriodicTimer timer, CancellationToken stop)
    {
        using var owned = timer;
        var machines = shop.Machines.Where(machine => machine.DecommissionedAt is null).ToList();
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
        machine.AlarmIntervals = [.. machine.AlarmIntervals.Select(alarm => alarm.EndAt is null ? alarm with { EndAt = now } : alarm)];
        machine.Annotations = [.. machine.Annotations.Select(stop => stop.EndAt is null ? stop with { EndAt = now } : stop)];
    }

    private List<AnnotationType> Reasons() => [.. shop.AnnotationTypes.Where(type => type.Parent is not null)];

    private static void Execute(Machine machine, string value, DateTimeOffset now)
    {
        machine.StateIntervals =
            [.. machine.StateIntervals.Select(span => span is { MetricKey: Signals.Execution, EndAt: null } ? span with { EndAt = now } : span)];
        Timeline.AddSpan(machine, Signals.Execution, value, now, null);
        machine.CurrentStates = [.. machine.CurrentStates.Select(state => state.MetricKey == Signals.Execution
            ? state with { StartAt = now, Value = value, Label = Signals.LabelOf(value) }
            : state)];
    }

    private static bool IsRunning(Machine machine) =>
        machine.CurrentStates.First(state => state.MetricKey == Signals.Execution).Value == "ACTIVE";

    private static TaskCompletionSource NextChange() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
