using System.Buffers;

namespace Lathe;

/// <summary>One subscription over server-sent events ("distinct connections" of the graphql-sse protocol).</summary>
internal sealed class SubscriptionReader<TData>(
    GraphQLCall<TData> call, ResponseReader responses, GraphQLClientOptions options, ArrayPool<byte> pool, Deadline deadline, OperationObserver observer)
    : IDisposable
    where TData : class
{
    private HttpResponseMessage? _response;
    private EventStreamReader? _events;
    private GraphQLResult<TData>? _single;
    private BearerToken? _sent;
    private bool _isObserved;

    /// <summary>Connects. The time-out bounds this, not the events.</summary>
    public Task OpenAsync(HttpClient http, GraphQLHttpRequest request) => ObserveAsync(async () =>
    {
        _response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, call.Stop).ConfigureAwait(false);
        _sent = request.SentToken;
        if (!_response.IsSuccessStatusCode || !MediaTypes.Is(MediaTypes.Of(_response), MediaTypes.EventStream))
        {
            _single = await responses.ReadAsync(call.Operation, call.Operation.Name, _sent, _response, call.Observation, call.Stop).ConfigureAwait(false);
            return null;
        }

        call.Observation.Status = _response.StatusCode;
        deadline.StopClock();
        var stream = await _response.Content.ReadAsStreamAsync(call.Stop).ConfigureAwait(false);
        _events = new EventStreamReader(stream, pool, options.MaxResponseSize, call.Operation.Name);
        return null;
    });

    /// <summary>Waits for the next event.</summary>
    /// <returns>Its result; null when the subscription is complete.</returns>
    public async Task<GraphQLResult<TData>?> ReadAsync()
    {
        if (_events is null)
        {
            var single = _single;
            _single = null;
            return single ?? Complete();
        }

        return await ObserveAsync(ReadEventAsync).ConfigureAwait(false) ?? Complete();
    }

    public void Dispose()
    {
        // Whoever stops asking has had enough: that is an end like any other.
        Complete();
        _events?.Dispose();
        _response?.Dispose();
    }

    private async Task<GraphQLResult<TData>?> ReadEventAsync()
    {
        while (await _events!.ReadAsync(call.Stop).ConfigureAwait(false) is { } received)
        {
            if (received.Type == "complete")
                return null;
            if (received.Type is not ("next" or "message") || received.Data.IsEmpty)
                continue;
            call.Observation.ResponseSize += received.Data.Length;
            return responses.Read(call.Operation, call.Operation.Name, _sent, _response!, received.Data.Span);
        }

        throw new GraphQLConnectionException($"{call.Operation.Name}: the server ended the stream without saying that it is complete. Subscribe again.", null);
    }

    private async Task<GraphQLResult<TData>?> ObserveAsync(Func<Task<GraphQLResult<TData>?>> step)
    {
        try
        {
            return await step().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            var failure = FailureTranslator.Translate(exception, call.Operation.Name, options.Endpoint!, deadline);
            _isObserved = true;
            observer.Failed(call.Operation, call.Observation, failure);
            if (ReferenceEquals(failure, exception))
                throw;
            throw failure;
        }
    }

    private GraphQLResult<TData>? Complete()
    {
        if (!_isObserved)
            observer.Succeeded(call.Operation, call.Observation, []);
        _isObserved = true;
        return null;
    }
}
