namespace Lathe.Costs;

/// <summary>What one key has left at one server: the server's own last word, less what is under way since.</summary>
/// <remarks>
/// Answers to requests at once may come in another order than the server's, so each says two things: there was no more left than it says,
/// and no less than that without what the others took meanwhile.
/// </remarks>
internal sealed class CostBudget(GraphQLCostLimitOptions options, TimeProvider time) : IDisposable
{
    private readonly object _lock = new();

    // Whoever is at the head of the line holds it; the others wait in order.
    private readonly SemaphoreSlim _head = new(1);
    private GraphQLCostStatus? _status;
    private DateTimeOffset _since;
    private double _underWay;
    private double _ended;
    private int _waiting;
    private TaskCompletionSource _changed = NewSignal();

    /// <summary>Waits until the server has enough left.</summary>
    /// <param name="charge">What the request is reckoned at.</param>
    /// <param name="hasTimeFor">Whether the call can wait so long.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>How long the call would have to wait, where it can't; null when it may go, and its cost is under way.</returns>
    public async ValueTask<TimeSpan?> AcquireAsync(CostCharge charge, Func<TimeSpan, bool> hasTimeFor, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _waiting) > options.QueueLimit + 1)
        {
            Interlocked.Decrement(ref _waiting);
            return WaitFor(charge.Cost) ?? TimeSpan.Zero;
        }

        try
        {
            await _head.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                return await AtHeadAsync(charge, hasTimeFor, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                _head.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <summary>Takes the server's word of what is left, as it came with the answer to a request.</summary>
    public void Learn(GraphQLCostStatus status, CostCharge charge)
    {
        lock (_lock)
        {
            var least = status.Available - (_ended - charge.EndedBefore);
            if (Current() is { } known)
                least = Math.Max(least, known.Available - (charge.IsCounted ? 0 : charge.Cost));
            (_status, _since) = (status with { Available = Math.Min(status.Available, least) }, time.GetUtcNow());
            charge.IsCounted = true;
            Signal();
        }
    }

    /// <summary>Notes that a request is no longer under way. The server may have charged one whose answer did not come.</summary>
    public void Release(CostCharge charge)
    {
        lock (_lock)
        {
            _underWay = Math.Max(0, _underWay - charge.Cost);
            _ended += charge.Cost;
            if (!charge.IsCounted && Current() is { } known)
                _status = known with { Available = known.Available - charge.Cost };
            Signal();
        }
    }

    public void Dispose() => _head.Dispose();

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async ValueTask<TimeSpan?> AtHeadAsync(CostCharge charge, Func<TimeSpan, bool> hasTimeFor, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            TimeSpan wait;
            lock (_lock)
            {
                // When nobody knows when points come back, the request goes, and the server decides.
                if (WaitFor(charge.Cost) is not { } needed || needed == TimeSpan.Zero)
                {
                    _underWay += charge.Cost;
                    charge.EndedBefore = _ended;
                    return null;
                }

                (wait, changed) = (needed, _changed.Task);
            }

            if (!hasTimeFor(wait))
                return wait;
            await WaitAsync(wait, changed, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task WaitAsync(TimeSpan wait, Task changed, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var delay = Task.Delay(wait, time, enough.Token);
        await Task.WhenAny(delay, changed).ConfigureAwait(false);
        await enough.CancelAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private TimeSpan? WaitFor(double cost)
    {
        lock (_lock)
        {
            if (Current() is not { } status)
                return TimeSpan.Zero;
            // A request that costs more than there can ever be waits until all points are there. Then the server decides.
            var needed = Math.Min(cost + options.Reserve, status.Maximum ?? double.MaxValue) + _underWay;
            return (status with { Maximum = null }).TimeUntil(needed, time.GetUtcNow()) is { } wait ? wait + Rounding(wait) : null;
        }
    }

    // A timer may ring a little early.
    private static TimeSpan Rounding(TimeSpan wait) => wait > TimeSpan.Zero ? TimeSpan.FromMilliseconds(1) : TimeSpan.Zero;

    private GraphQLCostStatus? Current()
    {
        var now = time.GetUtcNow();
        if (_status is { ResetsAt: { } reset } && reset <= now)
            _status = null;
        if (_status is not { RestoreRate: { } rate } status)
            return _status;
        var restored = status.Available + (rate * Math.Max(0, (now - _since).TotalSeconds));
        (_status, _since) = (status with { Available = Math.Min(restored, status.Maximum ?? double.MaxValue) }, now);
        return _status;
    }

    private void Signal()
    {
        _changed.TrySetResult();
        _changed = NewSignal();
    }
}
