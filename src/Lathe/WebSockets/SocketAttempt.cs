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
    private (string?, BearerToken?, long)? _held;

    public bool HasRenewableKey => _connection is { HasRenewableKey: true } && _subscription?.SentKey is not null;

    public async ValueTask<GraphQLResult<TData>?> StartAsync()
    {
        RefuseHeaders();
        var settings = pool.Settings;
        var isAlone = call.WantsParts && settings.Sockets.WhenFull == GraphQLFullMode.Wait;
        _connection = pool.Get(call.Options?.Tenant, call.Options?.BearerToken, isAlone);
        if (isAlone)
            _held = pool.Hold(_connection);
        if (renewed is not null)
            _connection.Use(renewed);
        var body = RequestWriter.Write(settings.Pool, call.Operation, call.Variables, RequestForm.Text);
        call.Observation.RequestSize = body.Length;
        var canSendAgain = call.Operation.Type != GraphQLOperationType.Mutation;
        _subscription = new SocketSubscription(
            call.Operation.Name, body, canSendAgain, settings.Sockets.MaxWaitingEvents, settings.Sockets.WhenFull, settings.Pool);
        _connection.Add(_subscription);
        await _subscription.Started.WaitAsync(call.Stop).ConfigureAwait(false);
        call.Observation.Phase = CallPhase.Reading;
        // The time-out bounds the connection, not the events.
        if (call.Operation.Type == GraphQLOperationType.Subscription)
            call.Deadline.StopClock();
        return await ReadAsync().ConfigureAwait(false) ?? (call.WantsParts ? null : throw new GraphQLResponseException(
            $"{call.Operation.Name}: the server said that the answer is complete, and had given none.", null));
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

    public ValueTask<BearerToken?> RenewKeyAsync() =>
        _connection is null ? default : _connection.RenewAsync(_subscription?.SentKey, call.Stop);

    public void Dispose()
    {
        if (_subscription is { } subscription)
        {
            _connection!.Remove(subscription);
            subscription.Release();
        }

        if (_held is { } held)
            pool.Release(held);
        (_subscription, _held) = (null, null);
    }

    // Headers belong to the request that opens a socket, which is not this call's alone.
    private void RefuseHeaders()
    {
        if (call.Options?.HeadersOrNull is { Count: > 0 })
        {
            throw new GraphQLTransportException(
                $"{call.Operation.Name} has headers of its own, which a WebSocket shared with other calls cannot send. Leave them out, or use GraphQLSubscriptionMode.ServerSentEvents.");
        }
    }
}
