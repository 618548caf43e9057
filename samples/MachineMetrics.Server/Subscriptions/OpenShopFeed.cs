using MachineMetrics.Server.Entities;
using MachineMetrics.Server.Life;

namespace MachineMetrics.Server.Subscriptions;

/// <summary>
/// Tells one subscriber what a shop's machines do: at once, and after each change. One who is slow misses changes, never the last one.
/// </summary>
internal sealed class OpenShopFeed(Shop shop, OpenShop life) : IObservable<object?>
{
    public IDisposable Subscribe(IObserver<object?> observer)
    {
        var end = new CancellationTokenSource();
        _ = Task.Run(() => RunAsync(observer, end.Token), CancellationToken.None);
        return new Unsubscriber(end);
    }

    private async Task RunAsync(IObserver<object?> observer, CancellationToken stop)
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                var changed = life.Changed;
                observer.OnNext(new Moment { CurrentStates = [.. shop.CurrentStates.Select(StateChange.Of)] });
                await changed.WaitAsync(stop);
            }
        }
        catch (OperationCanceledException)
        {
            // The subscriber has left.
        }
    }
}
