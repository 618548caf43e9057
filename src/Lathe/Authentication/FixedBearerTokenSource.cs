namespace Lathe.Authentication;

internal sealed class FixedBearerTokenSource(BearerToken token) : BearerTokenSource
{
    public override ValueTask<BearerToken> GetAsync(string? tenant, CancellationToken cancellationToken) => new(token);

    public override ValueTask<BearerToken?> RenewAsync(string? tenant, BearerToken rejected, CancellationToken cancellationToken) =>
        new((BearerToken?)null);
}
