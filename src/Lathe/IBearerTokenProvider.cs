namespace Lathe;

/// <summary>Gives a client its key. Must be safe for concurrent use.</summary>
public interface IBearerTokenProvider
{
    /// <summary>Gets the token for a request.</summary>
    /// <param name="request">Who asks, and which token was rejected.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The token; null when there is none, which fails the call.</returns>
    ValueTask<BearerToken?> GetTokenAsync(BearerTokenRequest request, CancellationToken cancellationToken);
}
