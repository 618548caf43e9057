using Lathe.Calls;
using Lathe.Transport;

namespace Lathe.WebSockets;

/// <summary>Chooses between a socket and HTTP for each call; what the server answers to the first socket decides once.</summary>
internal sealed class SocketCarrier(SocketPool pool, ICarrier http) : ICarrier
{
    private volatile bool _isRefused;

    public IAttempt<TData> Attempt<TData>(GraphQLCall<TData> call, BearerToken? renewed)
        where TData : class
    {
        var sockets = pool.Settings.Sockets;
        var usesSocket = call.Operation.Type == GraphQLOperationType.Subscription
            ? sockets.Subscriptions != GraphQLSubscriptionMode.ServerSentEvents
            : sockets.SendQueriesAndMutations && !call.Operation.IsIncremental;
        if (!usesSocket || (_isRefused && sockets.Subscriptions == GraphQLSubscriptionMode.Automatic))
            return http.Attempt(call, renewed);
        var attempt = new SocketAttempt<TData>(pool, call, renewed);
        return sockets.Subscriptions == GraphQLSubscriptionMode.Automatic
            ? new AutomaticAttempt<TData>(attempt, () => Refuse(call, renewed))
            : attempt;
    }

    private IAttempt<TData> Refuse<TData>(GraphQLCall<TData> call, BearerToken? renewed)
        where TData : class
    {
        _isRefused = true;
        return http.Attempt(call, renewed);
    }
}

/// <summary>Goes over HTTP once the server has refused to open a socket. Nothing was sent by then.</summary>
internal sealed class AutomaticAttempt<TData>(IAttempt<TData> first, Func<IAttempt<TData>> other) : IAttempt<TData>
    where TData : class
{
    private IAttempt<TData> _attempt = first;

    public bool HasRenewableKey => _attempt.HasRenewableKey;

    public async ValueTask<GraphQLResult<TData>?> StartAsync()
    {
        try
        {
            return await _attempt.StartAsync().ConfigureAwait(false);
        }
        catch (GraphQLWebSocketException exception) when (exception.IsRefusal)
        {
            _attempt.Dispose();
            _attempt = other();
        }

        return await _attempt.StartAsync().ConfigureAwait(false);
    }

    public ValueTask<GraphQLResult<TData>?> ReadAsync() => _attempt.ReadAsync();

    public ValueTask<BearerToken?> RenewKeyAsync() => _attempt.RenewKeyAsync();

    public void Dispose() => _attempt.Dispose();
}
