using System.Buffers;
using Lathe.Calls;
using Lathe.Responses;

namespace Lathe.Incremental;

/// <summary>The results of an answer in parts: after each part, all that has come so far.</summary>
internal sealed class PartResults<TData>(
    MultipartReader parts,
    GraphQLCall<TData> call,
    ResponseReader responses,
    BearerToken? sent,
    HttpResponseMessage response,
    int maxDepth,
    ArrayPool<byte> pool)
    : IResultSource<TData>
    where TData : class
{
    private readonly IncrementalResponse _merged = new(maxDepth);
    private bool _isComplete;

    public async ValueTask<GraphQLResult<TData>?> ReadAsync(CancellationToken cancellationToken) =>
        await ReadPartAsync(cancellationToken).ConfigureAwait(false) ? Current() : null;

    /// <summary>Reads all parts.</summary>
    /// <returns>The whole result.</returns>
    public async Task<GraphQLResult<TData>> ReadAllAsync(CancellationToken cancellationToken)
    {
        while (await ReadPartAsync(cancellationToken).ConfigureAwait(false))
        {
        }

        return Current();
    }

    public void Dispose() => parts.Dispose();

    private async Task<bool> ReadPartAsync(CancellationToken cancellationToken)
    {
        if (_isComplete)
            return false;
        var part = await parts.ReadAsync(cancellationToken).ConfigureAwait(false);
        call.Observation.ResponseSize = (int)parts.Received;
        if (part is { } body)
            Merge(body.Span);
        else if (!parts.IsClosed || _merged.HasNext == true)
            throw new GraphQLResponseException($"The answer to {call.Operation.Name} ended before its last part came. Try again.", null);
        _isComplete = part is null || _merged.HasNext == false;
        return part is not null;
    }

    private void Merge(ReadOnlySpan<byte> part)
    {
        try
        {
            _merged.Add(part);
        }
        catch (GraphQLResponseException exception)
        {
            throw responses.Unreadable(call.Operation.Name, sent, response, part, exception);
        }
    }

    private GraphQLResult<TData> Current()
    {
        using var json = _merged.Write(pool);
        return responses.Read(call.Operation, call.Operation.Name, sent, response, json.Span);
    }
}
