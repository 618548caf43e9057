namespace MachineMetrics.Server.Subscriptions;

/// <summary>Ends a feed when its subscriber leaves.</summary>
internal sealed class Unsubscriber(CancellationTokenSource end) : IDisposable
{
    public void Dispose() => end.Cancel();
}
