using System.Globalization;
using Lathe.Calls;

namespace Lathe.WebSockets;

/// <summary>
/// The socket of one key identity and tenant, opened by the first subscription, opened again when it breaks, and closed a while after the last.
/// </summary>
internal sealed partial class SocketConnection(
    SocketSettings settings, SocketKeys keys, ISocketOpener opener, SocketIdentity identity) : IAsyncDisposable
{
    private readonly object _gate = new();
    private readonly Dictionary<long, SocketSubscription> _subscriptions = [];
    private readonly Dictionary<long, SocketSubscription> _active = [];
    private readonly CancellationTokenSource _stop = new();
    private SocketSession? _session;
    private Task? _loop;
    private BearerToken? _renewed;
    private ITimer? _idle;
    private long _lastId;
    private long _lastOrder;
    private bool _isStopping;
    private bool _isRetired;

    /// <summary>Gets whether the key may be replaced by a newer one.</summary>
    public bool HasRenewableKey => identity.Key is null;

    /// <summary>Gets what is told when the connection takes no more subscriptions.</summary>
    public Action<SocketConnection>? Retired { get; init; }

    /// <summary>Takes a subscription.</summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="newer">A key that it must not be sent without, or null: a socket of another key is closed first, and another opened.</param>
    /// <returns>False when the connection has ended; another one is to be made.</returns>
    /// <exception cref="ObjectDisposedException">The client is disposed.</exception>
    public bool TryAdd(SocketSubscription subscription, BearerToken? newer)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isStopping, this);
            if (_isRetired)
                return false;
            if (newer is not null)
                Use(newer);
            subscription.Order = ++_lastOrder;
            _subscriptions.Add(subscription.Order, subscription);
            _idle?.Dispose();
            _idle = null;
            if (_session is { } session)
                Subscribe(session, subscription);
            else
                _loop ??= Start();
            return true;
        }
    }

    /// <summary>Leaves: the server is told, if it has not ended the subscription itself.</summary>
    public void Remove(SocketSubscription subscription)
    {
        lock (_gate)
        {
            if (!_subscriptions.Remove(subscription.Order))
                return;
            if (_active.Remove(subscription.Id) && _session is { } session)
                session.Send(SocketMessageWriter.Complete(settings.Pool, subscription.Id), _subscriptions.Count);
            WatchIdle();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task? loop;
        lock (_gate)
        {
            (var wasStopping, _isStopping) = (_isStopping, true);
            loop = _loop;
            _idle?.Dispose();
            foreach (var (id, _) in _active)
                _session?.Send(SocketMessageWriter.Complete(settings.Pool, id), 2 * _active.Count);
            EndAll(static _ => null);
            if (_session is { } session)
                CloseSession(session, new SocketFault(CloseCodes.Normal, "") { IsPlanned = true });
            else if (!wasStopping)
                _stop.Cancel();
        }

        if (loop is not null)
            await loop.ConfigureAwait(false);
    }

    // The socket outlives the caller who opened it, and must not keep that caller's context.
    private Task Start() => CallerContext.Leave(() => Task.Run(RunAsync));

    // Another socket is opened, unless the one that is open, or being opened, has the key.
    private void Use(BearerToken newer)
    {
        if (newer.Equals(_session is { } open ? open.Key : _sentKey))
            return;
        _renewed = newer;
        if (_session is { } session)
            CloseSession(session, new SocketFault(CloseCodes.Normal, "The key is renewed") { IsPlanned = true });
    }

    private void Retire()
    {
        _isRetired = true;
        _idle?.Dispose();
        Retired?.Invoke(this);
    }

    private void CloseSession(SocketSession session, SocketFault fault)
    {
        _session = null;
        _active.Clear();
        session.Close(fault);
    }

    private void WatchIdle()
    {
        if (_subscriptions.Count > 0 || _session is null || _isStopping)
            return;
        if (identity.Own != 0)
        {
            CloseIdle();
            return;
        }

        _idle?.Dispose();
        _idle = settings.Time.CreateTimer(
            static connection => ((SocketConnection)connection!).CloseIdle(), this, settings.Sockets.IdleTimeout, Timeout.InfiniteTimeSpan);
    }

    private void CloseIdle()
    {
        lock (_gate)
        {
            if (_subscriptions.Count > 0 || _session is not { } session)
                return;
            _isRetired = true;
            CloseSession(session, new SocketFault(CloseCodes.Normal, "") { IsPlanned = true });
        }
    }

    private void Subscribe(SocketSession session, SocketSubscription subscription)
    {
        subscription.Id = ++_lastId;
        subscription.SentKey = session.Key;
        subscription.FollowsGap |= subscription.WasSent;
        subscription.WasSent = true;
        _active.Add(subscription.Id, subscription);
        session.Send(SocketMessageWriter.Subscribe(settings.Pool, subscription.Id, subscription.Payload.Span), _subscriptions.Count);
        subscription.MarkStarted();
    }

    /// <summary>Takes a message.</summary>
    /// <returns>The fault of the server, if it is one.</returns>
    private async ValueTask<SocketFault?> TakeAsync(SocketMessage message)
    {
        if (message.Type is not (SocketMessageType.Next or SocketMessageType.Error or SocketMessageType.Complete))
        {
            message.Return(settings.Pool);
            return new SocketFault(
                CloseCodes.BadRequest,
                message.Type == SocketMessageType.Ack ? "connection_ack came twice" : "a message that the protocol does not have");
        }

        SocketSubscription? subscription;
        lock (_gate)
        {
            if (!_active.TryGetValue(message.Id, out subscription) || message.Type != SocketMessageType.Next)
            {
                var isUnknown = message.Id > _lastId;
                if (subscription is not null && RejectsKey(subscription, message))
                    return KeyRejected(message);
                Finish(subscription, message);
                return isUnknown
                    ? new SocketFault(CloseCodes.BadRequest, $"an id that was never used ({message.Id.ToString(CultureInfo.InvariantCulture)})")
                    : null;
            }
        }

        if (!await subscription.AcceptAsync(message, _stop.Token).ConfigureAwait(false))
            Overflow(subscription, message);
        return null;
    }

    // After a gap no caller can renew the key. The socket's own renewal serves all subscriptions on it.
    private bool RejectsKey(SocketSubscription subscription, SocketMessage message) =>
        message.Type == SocketMessageType.Error && subscription.FollowsGap && subscription.CanSendAgain && HasRenewableKey
        && SocketResultReader.SaysExpired(message, settings.Client);

    private SocketFault KeyRejected(SocketMessage message)
    {
        message.Return(settings.Pool);
        return new SocketFault(CloseCodes.Normal, "the server says that the key has expired") { RejectsKey = true };
    }

    private void Finish(SocketSubscription? subscription, SocketMessage message)
    {
        if (subscription is not null)
        {
            _active.Remove(message.Id);
            _subscriptions.Remove(subscription.Order);
            WatchIdle();
        }

        if (subscription is null || message.Type == SocketMessageType.Complete)
            message.Return(settings.Pool);
        subscription?.End(null, message.Type == SocketMessageType.Error ? message : null);
    }

    private void Overflow(SocketSubscription subscription, SocketMessage message)
    {
        message.Return(settings.Pool);
        Remove(subscription);
        subscription.End(new GraphQLTransportException(
            $"{subscription.What}: {settings.Sockets.MaxWaitingEvents:N0} events wait, and its reader is slower than they come. "
            + $"Read faster, raise {nameof(GraphQLWebSocketOptions)}.{nameof(GraphQLWebSocketOptions.MaxWaitingEvents)}, or set "
            + $"{nameof(GraphQLWebSocketOptions.WhenFull)}."));
    }

    private void EndAll(Func<SocketSubscription, Exception?> faultOf)
    {
        SocketSubscription[] all = [.. _subscriptions.Values];
        _subscriptions.Clear();
        _active.Clear();
        foreach (var subscription in all)
            subscription.End(faultOf(subscription));
    }
}
