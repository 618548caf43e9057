using System.Runtime.ExceptionServices;
using Lathe.Calls;

namespace Lathe.Transport;

/// <summary>
/// One call from its start to its end, whether one answer comes, parts or events: it is observed, sent, sent once more with a renewed
/// key, and its failures are translated.
/// </summary>
internal sealed class Exchange<TData>(GraphQLCall<TData> call, Exchanges client) : IDisposable
    where TData : class
{
    private IAttempt<TData>? _attempt;
    private bool _isObserved;

    /// <summary>Waits for the next result; the first call sends.</summary>
    /// <returns>The result; null when there is no other.</returns>
    public async Task<GraphQLResult<TData>?> ReadAsync()
    {
        GraphQLResult<TData>? result = null;
        try
        {
            if (_attempt is not null)
                return Observe(await _attempt.ReadAsync().ConfigureAwait(false));
            client.Observer.Sending(call.Operation, call.Variables);
            _attempt = client.Carrier.Attempt(call, null);
            ExceptionDispatchInfo? rejection = null;
            try
            {
                result = await _attempt.StartAsync().ConfigureAwait(false);
            }
            catch (GraphQLHttpException exception) when (_attempt.HasRenewableKey && client.Expiry.IsSaidBy(exception, call.Operation.Type))
            {
                rejection = ExceptionDispatchInfo.Capture(exception);
            }

            if (rejection is not null || IsRejection(result))
                result = await RenewAsync(result, rejection).ConfigureAwait(false);
            return Observe(result);
        }
        catch (Exception exception)
        {
            var failure = Fail(exception);
            if (ReferenceEquals(failure, exception))
                throw;
            throw failure;
        }
    }

    public void Dispose()
    {
        // Whoever stops asking has had enough: that is an end like any other.
        End([]);
        _attempt?.Dispose();
        call.Deadline.Dispose();
    }

    private bool IsRejection(GraphQLResult<TData>? result) =>
        result is not null && _attempt!.HasRenewableKey && client.Expiry.IsSaidBy(result, call.Operation.Type);

    // Without a newer key, what the server said to the first one is the answer.
    private async ValueTask<GraphQLResult<TData>?> RenewAsync(GraphQLResult<TData>? result, ExceptionDispatchInfo? rejection)
    {
        if (await _attempt!.RenewKeyAsync().ConfigureAwait(false) is not { } newer)
        {
            rejection?.Throw();
            return result;
        }

        _attempt.Dispose();
        call.Deadline.RestartClock();
        _attempt = client.Carrier.Attempt(call, newer);
        return await _attempt.StartAsync().ConfigureAwait(false);
    }

    private GraphQLResult<TData>? Observe(GraphQLResult<TData>? result)
    {
        if (result is null || !call.WantsParts)
            End(result?.Errors ?? []);
        return result;
    }

    private void End(IReadOnlyList<GraphQLError> errors)
    {
        if (!_isObserved)
            client.Observer.Succeeded(call.Operation, call.Observation, errors);
        _isObserved = true;
    }

    private Exception Fail(Exception exception)
    {
        var failure = FailureTranslator.Translate(exception, call.Operation.Name, client.Endpoint, call.Deadline, call.Observation.Phase);
        _isObserved = true;
        client.Observer.Failed(call.Operation, call.Observation, failure);
        return failure;
    }
}
