using Lathe.Calls;
using Lathe.Requests;
using Lathe.Transport;

namespace Lathe.WebSockets;

/// <summary>Sends a call over a socket that it may share with others.</summary>
internal sealed class SocketAttempt<TData>(SocketPool pool, GraphQLCall<TData> call, BearerToken? renewed) : IAttempt<TData>
    where TData : class
{
    private SocketConnection? _connection;
    private SocketSubscription? _subscription;
    private BearerToken? _callersKey;
    private bool _hasFailed;

    // A connection renews the client's key by itself, so what ended it is final; a key of the caller's identity only the caller can renew.
    public bool HasRenewableKey =>
        _callersKey is not null || (!_hasFailed && _connection is { HasRenewableKey: true } && _subscription?.SentKey is not null);

    public async ValueTask<GraphQLResult<TData>?> StartAsync()
    {
        RefuseHeaders();
        var identity = await IdentifyAsync().ConfigureAwait(false);
        _subscription = Write();
        var isAlone = call.WantsParts && pool.Settings.Sockets.WhenFull == GraphQLFullMode.Wait;
        _connection = pool.Join(identity, isAlone, _subscription, identity.Key is null ? renewed : null);
        try
        {
            await _subscription.Started.WaitAsync(call.Stop).ConfigureAwait(false);
            call.Observation.Phase = CallPhase.Reading;
            // The time-out bounds the connection, not the events.
            if (call.Operation.Type == GraphQLOperationType.Subscription)
                call.Deadline.StopClock();
            return await ReadAsync().ConfigureAwait(false) ?? (call.WantsParts ? null : throw new GraphQLResponseException(
                $"{call.Operation.Name}: the server said that the answer is complete, and had given none.", null));
        }
        catch
        {
            _hasFailed = true;
            throw;
        }
    }

    public async ValueTask<GraphQLResult<TData>?> ReadAsync()
    {
        if (_subscription is null || await _subscription.ReadAsync(call.Stop).ConfigureAwait(false) is not { } message)
            return null;
        try
        {
            call.Observation.ResponseSize += message.Length;
            return SocketResultReader.Read(call.Operation, message, _subscription.SentKey, pool.Settings.Client.MaxDepth);
        }
        finally
        {
            message.Return(pool.Settings.Pool);
        }
    }

    public ValueTask<BearerToken?> RenewKeyAsync() => (_callersKey ?? _subscription?.SentKey) is { } rejected
        ? pool.Keys.RenewAsync(call.Options?.Tenant, rejected, call.Stop)
        : default;

    public void Dispose()
    {
        if (_subscription is { } subscription)
        {
            _connection?.Remove(subscription);
            subscription.Release();
        }

        _subscription = null;
    }

    // A key that depends on the caller is asked for here, in the caller's context. A socket belongs to one identity.
    private async ValueTask<SocketIdentity> IdentifyAsync()
    {
        var (tenant, own) = (call.Options?.Tenant, call.Options?.BearerToken);
        if (own is null && pool.Keys.IsPerCaller)
            _callersKey = renewed ?? await pool.Keys.GetAsync(tenant, null, call.Stop).ConfigureAwait(false);
        return new SocketIdentity(tenant, own ?? _callersKey);
    }

    private SocketSubscription Write()
    {
        var settings = pool.Settings;
        var body = RequestWriter.Write(settings.Pool, call.Operation, call.Variables, RequestForm.Text, call.OnError(settings.Client));
        call.Observation.RequestSize = body.Length;
        var canSendAgain = call.Operation.Type != GraphQLOperationType.Mutation;
        return new SocketSubscription(
            call.Operation.Name, body, canSendAgain, settings.Sockets.MaxWaitingEvents, settings.Sockets.WhenFull, settings.Pool);
    }

    // Headers belong to the request that opens a socket, and this call shares the socket.
    private void RefuseHeaders()
    {
        if (call.Options?.HeadersOrNull is { Count: > 0 })
        {
            throw new GraphQLTransportException(
                $"{call.Operation.Name} has headers of its own, which a WebSocket shared with other calls cannot send. Leave them out, or use "
                    + "GraphQLSubscriptionMode.ServerSentEvents.");
        }
    }
}
