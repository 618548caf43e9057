namespace Lathe;

/// <summary>A client's current key, and the way to a newer one. Shared by all handlers of the client.</summary>
internal abstract class BearerTokenSource
{
    /// <summary>Gets the key to send now.</summary>
    /// <exception cref="BearerTokenException">There is no usable key.</exception>
    public abstract ValueTask<BearerToken> GetAsync(string? tenant, CancellationToken cancellationToken);

    /// <summary>Gets a key other than the one that the server rejected; null when there is none.</summary>
    public abstract ValueTask<BearerToken?> RenewAsync(string? tenant, BearerToken rejected, CancellationToken cancellationToken);
}
