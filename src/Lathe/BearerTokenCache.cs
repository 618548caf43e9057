namespace Lathe;

/// <summary>For whom the token of a provider is kept.</summary>
public enum BearerTokenCache
{
    /// <summary>
    /// One token for all callers, or for all calls with the same <see cref="GraphQLRequestOptions.Tenant"/>, until it is about to expire or is
    /// rejected. The provider is asked outside of any caller's context (<c>AsyncLocal</c>, <c>IHttpContextAccessor</c>), so that no user's token can
    /// serve another.
    /// </summary>
    PerTenant,

    /// <summary>
    /// One token for each identity that <see cref="IBearerTokenProvider.GetIdentity"/> gives, asked for in the context of a caller of that identity.
    /// Nothing is kept for a caller without an identity.
    /// </summary>
    PerIdentity,

    /// <summary>None: the provider is asked for each request, in the context of its caller, and keeps what it wants to keep.</summary>
    Never,
}
