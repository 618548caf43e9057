using MachineMetrics.Server.Entities;
using MachineMetrics.Server.Life;

namespace MachineMetrics.Server.Subscriptions;

/// <summary>
/// Tells one subscriber what a shop's machines do: at once, and after each change. One who is slow misses changes, never the last one.
/// </summary>
internal sealed class OpenShopFeed(Shop shop, OpenShop life) : ShopFeed
{
    protected override async Task TellAsync(IObserver<object?> observer, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var changed = life.Changed;
            observer.OnNext(new Moment { CurrentStates = [.. shop.CurrentStates] });
            await changed.WaitAsync(stop);
        }
    }
}
