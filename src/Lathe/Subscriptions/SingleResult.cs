namespace Lathe;

/// <summary>An answer that is no stream: one result.</summary>
internal sealed class SingleResult<TData>(GraphQLResult<TData> result) : IResultSource<TData>
    where TData : class
{
    private GraphQLResult<TData>? _result = result;

    public Task<GraphQLResult<TData>?> ReadAsync(CancellationToken cancellationToken) =>
        Task.FromResult(Interlocked.Exchange(ref _result, null));

    public void Dispose()
    {
    }
}
