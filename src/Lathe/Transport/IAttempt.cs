namespace Lathe.Transport;

/// <summary>One sending of a call, with one key. An exchange makes a second one when the server rejects the key.</summary>
internal interface IAttempt<TData> : IDisposable
    where TData : class
{
    /// <summary>Gets whether the key that was sent came from a source that may have a newer one.</summary>
    bool HasRenewableKey { get; }

    /// <summary>Sends the call and reads its result: the first one where parts are wanted, else the whole.</summary>
    /// <returns>The result; null when there is none.</returns>
    ValueTask<GraphQLResult<TData>?> StartAsync();

    /// <summary>Waits for the next result.</summary>
    /// <returns>The result; null when there is no other.</returns>
    ValueTask<GraphQLResult<TData>?> ReadAsync();

    /// <summary>Gets a key other than the one that was sent.</summary>
    /// <returns>The key; null when there is none.</returns>
    ValueTask<BearerToken?> RenewKeyAsync();
}
