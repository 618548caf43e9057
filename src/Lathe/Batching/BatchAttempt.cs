using Lathe.Calls;
using Lathe.Requests;
using Lathe.Transport;

namespace Lathe.Batching;

/// <summary>Sends a query together with others, or alone when nothing else is there or the server takes no batches.</summary>
internal sealed class BatchAttempt<TData>(BatchCarrier carrier, GraphQLCall<TData> call, BearerToken? renewed) : IAttempt<TData>
    where TData : class
{
    private Batch? _batch;
    private BatchEntry? _entry;
    private IAttempt<TData>? _alone;

    public bool HasRenewableKey => _alone?.HasRenewableKey ?? _entry?.Sending?.Request.Renewal is not null;

    public async ValueTask<GraphQLResult<TData>?> StartAsync()
    {
        var body = RequestWriter.Write(carrier.Http.Pool, call.Operation, call.Variables, carrier.FormOf(call), carrier.Http.OnErrorOf(call));
        call.Observation.RequestSize = body.Length;
        _entry = new BatchEntry(call.Operation.Name, body);
        _batch = carrier.Join(new BatchIdentity(call.Options?.Tenant, renewed ?? call.Options?.BearerToken, renewed is not null), _entry);
        if (await _entry.Answer.WaitAsync(call.Stop).ConfigureAwait(false) is { } answer)
            return Read(_entry.Sending!, answer);
        _alone = carrier.Http.Attempt(call, renewed);
        return await _alone.StartAsync().ConfigureAwait(false);
    }

    public ValueTask<GraphQLResult<TData>?> ReadAsync() => _alone is null ? default : _alone.ReadAsync();

    public ValueTask<BearerToken?> RenewKeyAsync() => _alone is not null ? _alone.RenewKeyAsync()
        : _entry?.Sending is { } sending ? sending.Request.RenewTokenAsync(call.Stop) : default;

    public void Dispose()
    {
        _alone?.Dispose();
        if (_entry is { } entry)
        {
            _batch!.Leave(entry);
            entry.Sending?.Dispose();
        }

        (_entry, _alone) = (null, null);
    }

    private GraphQLResult<TData> Read(BatchSending sending, BatchAnswer answer)
    {
        call.Observation.Phase = CallPhase.Reading;
        call.Observation.Status = sending.Response!.StatusCode;
        call.Observation.ResponseSize = answer.Length;
        return carrier.Read(call, sending, answer);
    }
}
