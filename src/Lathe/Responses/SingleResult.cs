namespace Lathe.Responses;

/// <summary>An answer that is no stream: one result.</summary>
internal sealed class SingleResult<TData>(GraphQLResult<TData> result) : IResultSource<TData>
    where TData : class
{
    private GraphQLResult<TData>? _result = result;

    public ValueTask<GraphQLResult<TData>?> ReadAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(Interlocked.Exchange(ref _result, null));

    public void Dispose()
    {
    }
}
