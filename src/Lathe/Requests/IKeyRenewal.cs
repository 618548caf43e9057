namespace Lathe.Requests;

/// <summary>Where a request's key came from, and a newer one comes from.</summary>
internal interface IKeyRenewal
{
    /// <summary>Gets a key other than the one that the server rejected.</summary>
    /// <param name="request">The request that was rejected.</param>
    /// <param name="tenant">Whom it was for, or null.</param>
    /// <param name="rejected">The key that was sent.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The key; null when there is no newer one.</returns>
    ValueTask<BearerToken?> RenewAsync(HttpRequestMessage request, string? tenant, BearerToken rejected, CancellationToken cancellationToken);
}
