using Lathe.Calls;
using Lathe.Requests;
using Lathe.Responses;
using Lathe.Transport;

namespace Lathe.Batching;

/// <summary>Collects queries that start within a window, by tenant and key, and sends them in one request.</summary>
internal sealed class BatchCarrier(HttpCarrier http, BatchingSettings settings) : ICarrier
{
    private readonly Dictionary<BatchIdentity, Batch> _open = [];
    private readonly BatchSender _sender = new(http);
    private readonly ResponseReader _responses = new(http.Options, new HttpFailureReader(http.Options, http.Time));

    public HttpCarrier Http => http;

    public IAttempt<TData> Attempt<TData>(GraphQLCall<TData> call, BearerToken? renewed)
        where TData : class =>
        CanJoin(call) ? new BatchAttempt<TData>(this, call, renewed) : http.Attempt(call, renewed);

    /// <summary>
    /// Chooses how a query in a batch names its document: a server that learns by hashes is sent the text, since half a batch cannot be repeated.
    /// </summary>
    public RequestForm FormOf<TData>(GraphQLCall<TData> call)
        where TData : class => http.FormOf(call) == RequestForm.DocumentId ? RequestForm.DocumentId : RequestForm.Text;

    /// <summary>Puts a query in the batch that is open for its tenant and key.</summary>
    public Batch Join(BatchIdentity identity, BatchEntry entry)
    {
        Batch? batch;
        bool isFull;
        lock (_open)
        {
            (var isTaken, isFull) = _open.TryGetValue(identity, out batch) ? batch.TryAdd(entry) : (false, false);
            if (!isTaken)
            {
                _open[identity] = batch = new Batch(identity, settings.Options.MaxOperations);
                batch.TryAdd(entry);
                batch.Timer = StartTimer(batch);
            }
        }

        if (isFull)
            Send(batch!);
        return batch!;
    }

    public GraphQLResult<TData> Read<TData>(GraphQLCall<TData> call, BatchSending sending, BatchAnswer answer)
        where TData : class
    {
        if (answer.Length > http.Options.MaxResponseSize)
            throw ResponseBody.TooLarge(call.Operation.Name, http.Options.MaxResponseSize);
        var json = sending.Body!.Span.Slice(answer.Start, answer.Length);
        return _responses.Read(call.Operation, call.Operation.Name, sending.Request.SentToken, sending.Response!, json);
    }

    // Calls that may differ in anything go apart. An address cannot hold two queries.
    private bool CanJoin<TData>(GraphQLCall<TData> call)
        where TData : class =>
        call.Operation is { Type: GraphQLOperationType.Query, IsIncremental: false }
        && !call.WantsParts
        && !_sender.IsRefused
        && call.Options?.HeadersOrNull is not { Count: > 0 }
        && (!settings.IsKeyPerCaller || call.Options?.BearerToken is not null)
        && http.Requests.AddressOf(call, FormOf(call)) is null;

    // A timer must not keep the context of the first caller, nor send with it.
    private ITimer StartTimer(Batch batch) =>
        CallerContext.Leave(() => http.Time.CreateTimer(_ => Send(batch), null, settings.Options.Window, Timeout.InfiniteTimeSpan));

    private void Send(Batch batch)
    {
        lock (_open)
        {
            if (_open.TryGetValue(batch.Identity, out var open) && ReferenceEquals(open, batch))
                _open.Remove(batch.Identity);
        }

        _ = CallerContext.Leave(() => Task.Run(() => _sender.SendAsync(batch)));
    }
}
