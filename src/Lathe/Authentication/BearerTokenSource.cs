namespace Lathe;

/// <summary>A client's current key, and the way to a newer one. Shared by all handlers of the client.</summary>
internal abstract class BearerTokenSource
{
    /// <summary>Gets the key to send now.</summary>
    /// <exception cref="BearerTokenException">There is no usable key.</exception>
    public abstract ValueTask<BearerToken> GetAsync(string? tenant, CancellationToken cancellationToken);

    /// <summary>Gets a key other than the one that the server rejected; null when there is none.</summary>
    public abstract ValueTask<BearerToken?> RenewAsync(string? tenant, BearerToken rejected, CancellationToken cancellationToken);

    /// <summary>Refuses a call for a tenant, whose key is not the one that the source has.</summary>
    protected static void RefuseTenant(string? tenant, string source)
    {
        if (tenant is not null)
        {
            throw new BearerTokenException(
                $"The call is for tenant '{tenant}', but the {source} is one key for all. Use {nameof(BearerTokenOptions)}.{nameof(BearerTokenOptions.Provider)}, which chooses a tenant's key.");
        }
    }
}
