namespace Lathe.Calls;

/// <summary>The caller's cancellation and the time-out in one token, and which of the two it was.</summary>
internal sealed class Deadline : IDisposable
{
    [ThreadStatic]
    private static Deadline? s_spare;

    private readonly CancellationTokenSource _source;
    private readonly bool _reusable;
    private CancellationToken _caller;
    private CancellationTokenRegistration _registration;
    private bool _isStopped;
    private TimeSpan _silence;

    private Deadline(CancellationTokenSource source, bool reusable) => (_source, _reusable) = (source, reusable);

    public CancellationToken Token => _source.Token;

    public TimeSpan Timeout { get; private set; }

    public static Deadline Start(TimeSpan timeout, TimeProvider time, CancellationToken caller)
    {
        caller.ThrowIfCancellationRequested();
        var deadline = time == TimeProvider.System ? Reuse(timeout) : new Deadline(new CancellationTokenSource(timeout, time), reusable: false);
        deadline.Timeout = timeout;
        deadline._caller = caller;
        deadline._registration = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), deadline._source);
        return deadline;
    }

    /// <summary>Turns a cancellation into what caused it.</summary>
    /// <param name="exception">The cancellation, or what it broke.</param>
    /// <param name="what">The operation, for the message.</param>
    /// <param name="phase">What the call was doing.</param>
    public Exception Explain(Exception exception, string what, CallPhase phase)
    {
        if (_caller.IsCancellationRequested)
            return new OperationCanceledException($"{what} was canceled by the caller.", exception, _caller);
        return _silence > TimeSpan.Zero
            ? new GraphQLConnectionException(
                $"{what}: the server was silent for {_silence.TotalSeconds:0.###} s, without even a ping, so the connection is taken to be broken. "
                + $"Subscribe again. If the server sends no pings, raise {nameof(GraphQLClientOptions)}.{nameof(GraphQLClientOptions.IdleTimeout)}.",
                exception)
            : new GraphQLTimeoutException($"{what} took longer than {Timeout.TotalSeconds:0.###} s. {Advice(phase)}", Timeout, exception);
    }

    /// <summary>Bounds the next wait alone, by how long a stream may be silent.</summary>
    public void Watch(TimeSpan silence)
    {
        _silence = silence;
        _source.CancelAfter(silence);
    }

    /// <summary>Stops the clock, so that what follows (a subscription's events) ends by the caller alone.</summary>
    public void StopClock()
    {
        (_isStopped, _silence) = (true, default);
        _source.CancelAfter(System.Threading.Timeout.InfiniteTimeSpan);
    }

    /// <summary>Gives the whole time again, for another connection, if the clock was stopped.</summary>
    public void RestartClock()
    {
        if (_isStopped)
            _source.CancelAfter(Timeout);
        _isStopped = false;
    }

    public void Dispose()
    {
        _registration.Dispose();
        (_caller, _isStopped, _silence) = (default, false, default);
        if (_reusable && s_spare is null && _source.TryReset())
            s_spare = this;
        else
            _source.Dispose();
    }

    private static Deadline Reuse(TimeSpan timeout)
    {
        var deadline = s_spare ?? new Deadline(new CancellationTokenSource(), reusable: true);
        s_spare = null;
        deadline._source.CancelAfter(timeout);
        return deadline;
    }

    private static string Advice(CallPhase phase)
    {
        const string Setting = $"Ask for less, or set {nameof(GraphQLClientOptions)}.{nameof(GraphQLClientOptions.Timeout)} or the request's own.";
        return phase switch
        {
            CallPhase.AskingForKey => "The time went by while the token provider was asked for the key: see why it is slow.",
            CallPhase.InQueue => "The time went by in the queue of the client's own rate limit: send fewer requests, or raise the limit.",
            CallPhase.Retrying => "An attempt failed, and no other succeeded in time: see the log for what the server said.",
            CallPhase.Reading => $"The answer had begun. {Setting}",
            _ => $"No answer had begun: is the server slow, or out of reach? {Setting}",
        };
    }
}
