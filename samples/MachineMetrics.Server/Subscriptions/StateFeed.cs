using MachineMetrics.Server.Entities;
using MachineMetrics.Server.Seed;

namespace MachineMetrics.Server.Subscriptions;

/// <summary>
/// Lets one machine after the other start or stop, for one subscriber, always in the same course. Queries know nothing of it.
/// </summary>
internal sealed class StateFeed(Shop shop, TimeSpan interval) : ShopFeed
{
    protected override async Task TellAsync(IObserver<object?> observer, CancellationToken stop)
    {
        List<CurrentState> states = [.. shop.CurrentStates];
        int[] executions = [.. states.Index().Where(item => item.Item.MetricKey == Signals.Execution).Select(item => item.Index)];
        for (var step = 0; !stop.IsCancellationRequested; step++)
        {
            observer.OnNext(new Moment { CurrentStates = [.. states] });
            await Task.Delay(interval, stop);
            var at = executions[step % executions.Length];
            var isActive = states[at].Value == "ACTIVE";
            states[at] = states[at] with
            {
                StartAt = shop.Now.AddMinutes(step + 1),
                Value = isActive ? "STOPPED" : "ACTIVE",
                Label = isActive ? "Stopped" : "Active",
            };
        }
    }
}
