namespace MachineMetrics.Server.Subscriptions;

/// <summary>Tells each subscriber of a shop, until the subscriber leaves.</summary>
internal abstract class ShopFeed : IObservable<object?>
{
    public IDisposable Subscribe(IObserver<object?> observer)
    {
        var end = new CancellationTokenSource();
        _ = Task.Run(() => RunAsync(observer, end.Token), CancellationToken.None);
        return new Unsubscriber(end);
    }

    /// <summary>Tells one subscriber.</summary>
    /// <param name="observer">The subscriber.</param>
    /// <param name="stop">Ends it.</param>
    protected abstract Task TellAsync(IObserver<object?> observer, CancellationToken stop);

    private async Task RunAsync(IObserver<object?> observer, CancellationToken stop)
    {
        try
        {
            await TellAsync(observer, stop);
        }
        catch (OperationCanceledException)
        {
            // The subscriber has left.
        }
    }
}
