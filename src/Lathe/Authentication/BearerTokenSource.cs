using System.Collections.Concurrent;

namespace Lathe.Authentication;

/// <summary>A client's current key, and the way to a newer one. Shared by all handlers of the client.</summary>
internal abstract class BearerTokenSource
{
    private const int MostTenants = 10_000;

    private readonly ConcurrentDictionary<string, BearerToken> _firstOfTenants = new(StringComparer.Ordinal);
    private BearerToken? _first;

    /// <summary>Gets whether the key depends on the caller: what callers share must then be one identity's.</summary>
    public virtual bool IsPerCaller => false;

    /// <summary>Gets the key to send now.</summary>
    /// <exception cref="BearerTokenException">There is no usable key.</exception>
    public abstract ValueTask<BearerToken> GetAsync(string? tenant, CancellationToken cancellationToken);

    /// <summary>Gets a key other than the one that the server rejected; null when there is none.</summary>
    public abstract ValueTask<BearerToken?> RenewAsync(string? tenant, BearerToken rejected, CancellationToken cancellationToken);

    /// <summary>
    /// Gets the first key that the source gave for the tenant. It stands for whoever the key stands for, however often it is
    /// renewed, and is the same for sources that began with the same key.
    /// </summary>
    public virtual BearerToken First(string? tenant, BearerToken token)
    {
        if (tenant is null)
            return Interlocked.CompareExchange(ref _first, token, null) ?? token;
        if (_firstOfTenants.TryGetValue(tenant, out var first))
            return first;
        // A bound, not a policy: tenants that are dropped begin anew.
        if (_firstOfTenants.Count >= MostTenants)
            _firstOfTenants.Clear();
        return _firstOfTenants.GetOrAdd(tenant, token);
    }

    /// <summary>Refuses a call for a tenant, whose key is not the one that the source has.</summary>
    protected static void RefuseTenant(string? tenant, string source)
    {
        if (tenant is not null)
        {
            throw new BearerTokenException(
                $"The call is for tenant '{tenant}', but the {source} is one key for all. Use "
                    + $"{nameof(BearerTokenOptions)}.{nameof(BearerTokenOptions.Provider)}, which chooses a tenant's key.");
        }
    }
}
