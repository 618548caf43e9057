using System.Runtime.ExceptionServices;

namespace Lathe;

/// <summary>One answer of many results: a subscription's events, or the parts of a deferred operation.</summary>
internal sealed class SubscriptionReader<TData>(
    GraphQLCall<TData> call,
    HttpClient http,
    Func<BearerToken?, GraphQLHttpRequest> createRequest,
    ResponseReader responses,
    TokenExpiry expiry,
    Uri endpoint,
    Deadline deadline,
    OperationObserver observer)
    : IDisposable
    where TData : class
{
    private GraphQLHttpRequest? _request;
    private HttpResponseMessage? _response;
    private IResultSource<TData>? _results;
    private bool _isObserved;

    /// <summary>Waits for the next result; the first call connects.</summary>
    /// <returns>The result; null when there is no other.</returns>
    public async Task<GraphQLResult<TData>?> ReadAsync()
    {
        try
        {
            var result = _results is null ? await ReadFirstAsync().ConfigureAwait(false) : await _results.ReadAsync(call.Stop).ConfigureAwait(false);
            return result ?? Complete();
        }
        catch (Exception exception)
        {
            var failure = FailureTranslator.Translate(exception, call.Operation.Name, endpoint, deadline, call.Observation.Phase);
            _isObserved = true;
            observer.Failed(call.Operation, call.Observation, failure);
            if (ReferenceEquals(failure, exception))
                throw;
            throw failure;
        }
    }

    public void Dispose()
    {
        // Whoever stops asking has had enough: that is an end like any other.
        Complete();
        Close();
    }

    // A server may accept the connection and say in the first result that the key has expired.
    private async Task<GraphQLResult<TData>?> ReadFirstAsync()
    {
        GraphQLResult<TData>? first = null;
        ExceptionDispatchInfo? failure = null;
        try
        {
            await OpenAsync(null).ConfigureAwait(false);
            first = await _results!.ReadAsync(call.Stop).ConfigureAwait(false);
            if (first is null || _request!.TokenSource is null || !expiry.IsSaidBy(first, call.Operation.Type))
                return first;
        }
        catch (GraphQLHttpException exception) when (_request!.TokenSource is not null && expiry.IsSaidBy(exception, call.Operation.Type))
        {
            failure = ExceptionDispatchInfo.Capture(exception);
        }

        var newer = await _request.RenewTokenAsync(call.Stop).ConfigureAwait(false);
        if (newer is null)
        {
            failure?.Throw();
            return first;
        }

        Close();
        deadline.RestartClock();
        await OpenAsync(newer).ConfigureAwait(false);
        return await _results!.ReadAsync(call.Stop).ConfigureAwait(false);
    }

    private async Task OpenAsync(BearerToken? token)
    {
        _request = createRequest(token);
        _response = await http.SendAsync(_request, HttpCompletionOption.ResponseHeadersRead, call.Stop).ConfigureAwait(false);
        call.Observation.Phase = CallPhase.Reading;
        _results = await responses.OpenAsync(call, _request.SentToken, _response).ConfigureAwait(false);
        // The time-out bounds the connection, not the events; the parts of one answer end by themselves.
        if (_results is EventResults<TData>)
            deadline.StopClock();
    }

    private void Close()
    {
        _results?.Dispose();
        _response?.Dispose();
        _request?.Dispose();
        (_results, _response, _request) = (null, null, null);
    }

    private GraphQLResult<TData>? Complete()
    {
        if (!_isObserved)
            observer.Succeeded(call.Operation, call.Observation, []);
        _isObserved = true;
        return null;
    }
}
