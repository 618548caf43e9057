namespace Lathe;

/// <summary>Gives a client its key. Must be safe for concurrent use.</summary>
/// <remarks>
/// A token is kept and serves <em>all callers</em> of the client, or all calls with the same <see cref="GraphQLRequestOptions.Tenant"/>, unless
/// <see cref="BearerTokenOptions.Cache"/> says otherwise. A provider of the current user's token needs <see cref="BearerTokenCache.PerIdentity"/> or
/// <see cref="BearerTokenCache.Never"/>; else it is asked outside of any request, where there is no current user.
/// </remarks>
public interface IBearerTokenProvider
{
    /// <summary>Gets the token for a request.</summary>
    /// <param name="request">Who asks, and which token was rejected.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The token; null when there is none, which fails the call.</returns>
    ValueTask<BearerToken?> GetTokenAsync(BearerTokenRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Gets for whom the token of this request may be kept, such as the current user's id. Asked at each request, with
    /// <see cref="BearerTokenCache.PerIdentity"/> only.
    /// </summary>
    /// <param name="request">Who asks.</param>
    /// <returns>The identity; null to keep nothing.</returns>
    string? GetIdentity(BearerTokenRequest request) => null;
}
