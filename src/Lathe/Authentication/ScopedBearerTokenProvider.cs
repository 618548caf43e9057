using Microsoft.Extensions.DependencyInjection;

namespace Lathe.Authentication;

/// <summary>Makes the provider anew, in a scope of its own, each time that it is asked.</summary>
/// <typeparam name="TProvider">The provider, a scoped service.</typeparam>
internal sealed class ScopedBearerTokenProvider<TProvider>(IServiceScopeFactory scopes) : IBearerTokenProvider
    where TProvider : class, IBearerTokenProvider
{
    public async ValueTask<BearerToken?> GetTokenAsync(BearerTokenRequest request, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using var disposal = scope.ConfigureAwait(false);
        return await scope.ServiceProvider.GetRequiredService<TProvider>().GetTokenAsync(request, cancellationToken).ConfigureAwait(false);
    }

    public string? GetIdentity(BearerTokenRequest request)
    {
        using var scope = scopes.CreateScope();
        return scope.ServiceProvider.GetRequiredService<TProvider>().GetIdentity(request);
    }
}
