using System.Text;

namespace Lathe.WebSockets;

/// <content>Opens the socket, receives, and opens it again.</content>
internal sealed partial class SocketConnection
{
    private static readonly TimeSpan s_beforeExpiry = TimeSpan.FromSeconds(30);

    // A server that accepts a key and rejects it soon after must not make the source give key after key.
    private static readonly TimeSpan s_betweenRenewals = TimeSpan.FromSeconds(10);

    private BearerToken? _sentKey;
    private bool _wasAcknowledged;
    private long? _renewedAt;
    private int _failures;

    private async Task RunAsync()
    {
        while (true)
        {
            Exception fault;
            try
            {
                fault = await ConnectAsync().ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                // The subscribers get any failure, since nobody else would see it.
                fault = exception;
            }

            lock (_gate)
            {
                _session = null;
                _active.Clear();
                EndUnrepeatable();
                if (_isStopping || _subscriptions.Count == 0)
                {
                    Retire();
                    return;
                }
            }

            if (await MayRepeatAsync(fault).ConfigureAwait(false))
                continue;
            lock (_gate)
            {
                EndAll(subscription => SocketFailures.Explain(subscription.What, fault, settings, _sentKey, _failures));
                Retire();
                return;
            }
        }
    }

    private async Task<SocketFault> ConnectAsync()
    {
        var key = TakeRenewed() ?? await keys.GetAsync(identity.Tenant, identity.Key, _stop.Token).ConfigureAwait(false);
        lock (_gate)
            _sentKey = key;
        using var patience = new CancellationTokenSource(settings.Sockets.AckTimeout, settings.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, _stop.Token);
        var phase = "opening the socket";
        try
        {
            var socket = await opener.OpenAsync(settings.Address, either.Token).ConfigureAwait(false);
            await using var session = new SocketSession(socket, settings) { Key = key };
            session.Start();
            phase = "waiting for connection_ack";
            patience.CancelAfter(settings.Sockets.AckTimeout);
            session.Send(SocketMessageWriter.Init(settings.Pool, key, settings.KeyForm));
            if (await WaitForAckAsync(session, either.Token).ConfigureAwait(false) is { } refusal)
                return await RefuseAsync(session, refusal).ConfigureAwait(false);
            patience.CancelAfter(Timeout.InfiniteTimeSpan);
            return await ReceiveAllAsync(session).ConfigureAwait(false);
        }
        catch (SocketFault fault) when (!_wasAcknowledged && fault is { Code: CloseCodes.SubprotocolNotAcceptable or 1002, IsRefusal: false })
        {
            // A server of the older protocol takes the socket, and closes it when it sees ours.
            return new SocketFault(fault.Code, fault.Message) { IsRefusal = true };
        }
        catch (Exception exception) when (patience.IsCancellationRequested && !_stop.IsCancellationRequested)
        {
            return new SocketFault(null, phase, exception) { TimedOutPhase = phase, Timeout = settings.Sockets.AckTimeout };
        }
    }

    private BearerToken? TakeRenewed()
    {
        lock (_gate)
        {
            var renewed = _renewed;
            _renewed = null;
            return renewed;
        }
    }

    private async ValueTask<SocketFault?> WaitForAckAsync(SocketSession session, CancellationToken cancellationToken)
    {
        var message = await session.ReceiveAsync(cancellationToken).ConfigureAwait(false);
        var reason = message.Type == SocketMessageType.Refusal ? Encoding.UTF8.GetString(message.Payload[..Math.Min(message.Length, 500)]) : null;
        message.Return(settings.Pool);
        return message.Type switch
        {
            SocketMessageType.Ack => null,
            // A message of the older protocol, with which mercurius refuses a key.
            SocketMessageType.Refusal => new SocketFault(CloseCodes.Normal, "the server said connection_error " + reason) { RejectsKey = true },
            _ => new SocketFault(CloseCodes.BadRequest, "a message before connection_ack"),
        };
    }

    private async Task<SocketFault> ReceiveAllAsync(SocketSession session)
    {
        _wasAcknowledged = true;
        lock (_gate)
        {
            if (_isStopping)
                return new SocketFault(CloseCodes.Normal, "");
            // A newer key came while this socket was opened with the former one.
            if (_renewed is { } newer && !newer.Equals(session.Key))
                return new SocketFault(CloseCodes.Normal, "The key is renewed") { IsPlanned = true };
            _session = session;
            foreach (var subscription in _subscriptions.Values.OrderBy(static subscription => subscription.Order))
                Subscribe(session, subscription);
            WatchIdle();
        }

        session.StartPings();
        using var expiry = WatchExpiry(session);
        while (true)
        {
            var message = await session.ReceiveAsync(CancellationToken.None).ConfigureAwait(false);
            var isEvent = message.Type is SocketMessageType.Next or SocketMessageType.Complete;
            if (await TakeAsync(message).ConfigureAwait(false) is { } fault)
                return await RefuseAsync(session, fault).ConfigureAwait(false);
            // A socket that carries events works, so the next failure counts as the first.
            if (isEvent)
                _failures = 0;
        }
    }

    // The server is told what was wrong before the socket goes.
    private async Task<SocketFault> RefuseAsync(SocketSession session, SocketFault fault)
    {
        lock (_gate)
            CloseSession(session, fault);
        try
        {
            while (true)
                (await session.ReceiveAsync(CancellationToken.None).ConfigureAwait(false)).Return(settings.Pool);
        }
        catch (SocketFault)
        {
            return fault;
        }
    }

    private ITimer? WatchExpiry(SocketSession session)
    {
        var left = session.Key?.ExpiresAt - settings.Time.GetUtcNow() - s_beforeExpiry;
        if (!HasRenewableKey || left is not { } wait || wait <= TimeSpan.Zero || wait.TotalDays > 40)
            return null;
        return settings.Time.CreateTimer(_ => RenewIdentity(session), null, wait, TimeSpan.FromSeconds(1));
    }

    // A mutation under way is not cut off. The timer comes again.
    private void RenewIdentity(SocketSession session)
    {
        lock (_gate)
        {
            if (ReferenceEquals(_session, session) && _active.Values.All(static subscription => subscription.CanSendAgain))
                CloseSession(session, new SocketFault(CloseCodes.Normal, "The key is about to expire") { IsPlanned = true });
        }
    }

    private void EndUnrepeatable()
    {
        foreach (var subscription in _subscriptions.Values.Where(static subscription => subscription.WasSent && !subscription.CanSendAgain).ToArray())
        {
            _subscriptions.Remove(subscription.Order);
            subscription.End(new GraphQLConnectionException(
                $"{subscription.What}: the socket ended before the answer came. The server may have executed the mutation, so it was not sent again.",
                null));
        }
    }

    private async ValueTask<bool> MayRepeatAsync(Exception exception)
    {
        if (exception is not SocketFault fault)
            return false;
        if (fault.IsPlanned)
            return true;
        if (fault.RejectsKey || CloseCodes.RejectsKey(fault.Code, fault.Message, settings.Client.ExpiredTokenCodes))
            return await RenewOnceAsync().ConfigureAwait(false);
        if (!_wasAcknowledged
            || fault.IsRefusal
            || (fault.Code is { } code && CloseCodes.IsFatal(code))
            || _failures >= settings.Sockets.MaxReconnects)
            return false;
        _failures++;
        try
        {
            await Task.Delay(DelayOf(_failures), settings.Time, _stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The loop sees that it is to stop.
        }

        return true;
    }

    private TimeSpan DelayOf(int failure)
    {
        var longest = Math.Min(settings.Sockets.MaxReconnectDelay.Ticks, settings.Sockets.ReconnectDelay.Ticks * Math.Pow(2, failure - 1));
        return TimeSpan.FromTicks((long)(longest * (0.5 + (Random.Shared.NextDouble() / 2))));
    }

    private async ValueTask<bool> RenewOnceAsync()
    {
        var isEarly = _renewedAt is { } last && settings.Time.GetElapsedTime(last) < s_betweenRenewals;
        if (isEarly || !HasRenewableKey || _sentKey is not { } rejected)
            return false;
        try
        {
            var newer = await keys.RenewAsync(identity.Tenant, rejected, _stop.Token).ConfigureAwait(false);
            _renewedAt = settings.Time.GetTimestamp();
            lock (_gate)
                _renewed = newer;
            return newer is not null;
        }
        catch (Exception exception) when (exception is BearerTokenException or OperationCanceledException)
        {
            return false;
        }
    }
}
