namespace Lathe.Authentication;

internal sealed class DelegateBearerTokenProvider(
    Func<BearerTokenRequest, CancellationToken, ValueTask<BearerToken?>> provide) : IBearerTokenProvider
{
    public ValueTask<BearerToken?> GetTokenAsync(BearerTokenRequest request, CancellationToken cancellationToken) =>
        provide(request, cancellationToken);
}
