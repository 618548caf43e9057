namespace Lathe.Responses;

/// <summary>Results that come one after another in one answer.</summary>
internal interface IResultSource<TData> : IDisposable
    where TData : class
{
    /// <summary>Waits for the next result; null when there is none.</summary>
    ValueTask<GraphQLResult<TData>?> ReadAsync(CancellationToken cancellationToken);
}
