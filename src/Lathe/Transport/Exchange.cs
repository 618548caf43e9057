using System.Net.Http.Headers;
using System.Runtime.ExceptionServices;
using System.Text.Json;
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

    // In milliseconds, until the call is sent again; 0 when it is not.
    private int _wait;

    /// <summary>Waits for the next result; the first call sends.</summary>
    /// <returns>The result; null when there is no other.</returns>
    public Task<GraphQLResult<TData>?> ReadAsync() => client.Refusals is null ? ReadOnceAsync() : ReadUntilAcceptedAsync();

    private async Task<GraphQLResult<TData>?> ReadOnceAsync()
    {
        try
        {
            if (_attempt is not null)
                return Observe(await _attempt.ReadAsync().ConfigureAwait(false));
            client.Observer.Sending(call.Operation, call.Variables);
            _attempt = client.Carrier.Attempt(call, null);
            GraphQLResult<TData>? result = null;
            ExceptionDispatchInfo? rejection = null;
            try
            {
                result = await _attempt.StartAsync().ConfigureAwait(false);
            }
            catch (GraphQLHttpException exception) when (IsExpired(exception) || IsRefused(exception))
            {
                rejection = _wait > 0 ? null : ExceptionDispatchInfo.Capture(exception);
            }

            if (rejection is not null || IsRejection(result))
                result = await RenewAsync(result, rejection).ConfigureAwait(false);
            return IsRefused(result) ? null : Observe(result);
        }
        catch (Exception exception)
        {
            ThrowTranslated(exception);
            throw;
        }
    }

    public void Dispose()
    {
        // A reader that stops early ends the call like any other end.
        End([]);
        _attempt?.Dispose();
        call.Deadline.Dispose();
    }

    private bool IsExpired(GraphQLHttpException failure) => _attempt!.HasRenewableKey && client.Expiry.IsSaidBy(failure, call.Operation.Type);

    private bool IsRefused(GraphQLHttpException failure) => client.Refusals is { } refusals && failure.Errors.Count > 0
        && Wait(refusals.WaitAfter(RefusalOf(failure.Errors, failure.Headers, null, failure.RetryAfter)));

    // A failure may have said it already.
    private bool IsRefused(GraphQLResult<TData>? result) => _wait > 0 || (client.Refusals is { } refusals
        && result is { Data: null, Errors.Count: > 0 }
        && Wait(refusals.WaitAfter(RefusalOf(result.Errors, result.Headers, result.Extensions, null))));

    private bool Wait(TimeSpan? time)
    {
        _wait = time is { } wait ? (int)Math.Clamp(Math.Ceiling(wait.TotalMilliseconds), 1, int.MaxValue) : 0;
        return _wait > 0;
    }

    // The call counts refusals, so this ends.
    private async Task<GraphQLResult<TData>?> ReadUntilAcceptedAsync()
    {
        while (true)
        {
            var result = await ReadOnceAsync().ConfigureAwait(false);
            if (_wait == 0)
                return result;
            _attempt!.Dispose();
            _attempt = null;
            await StandBackAsync().ConfigureAwait(false);
        }
    }

    private async Task StandBackAsync()
    {
        var wait = TimeSpan.FromMilliseconds(_wait);
        _wait = 0;
        call.Observation.Phase = CallPhase.Retrying;
        try
        {
            await Task.Delay(wait, client.Time, call.Stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception)
        {
            throw Fail(exception);
        }

        call.Deadline.RestartClock();
    }

    private Refusal RefusalOf(
        IReadOnlyList<GraphQLError> errors, HttpResponseHeaders? headers, JsonElement? extensions, TimeSpan? retryAfter) =>
        new(call.Operation.Type, call.Options?.AllowRetry ?? false, errors, headers, extensions, retryAfter, call.Observation);

    private bool IsRejection(GraphQLResult<TData>? result) =>
        result is not null && _attempt!.HasRenewableKey && client.Expiry.IsSaidBy(result, call.Operation.Type);

    // Without a newer key the first answer counts.
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

    // An exception that needs no translation keeps its stack.
    private void ThrowTranslated(Exception exception)
    {
        var failure = Fail(exception);
        if (!ReferenceEquals(failure, exception))
            throw failure;
    }

    private Exception Fail(Exception exception)
    {
        var failure = FailureTranslator.Translate(exception, call.Operation.Name, client.Endpoint, call.Deadline, call.Observation.Phase);
        _isObserved = true;
        client.Observer.Failed(call.Operation, call.Observation, failure);
        return failure;
    }
}
