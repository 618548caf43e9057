using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Lathe.Calls;
using Lathe.Telemetry;
using Microsoft.Extensions.Logging;

namespace Lathe.Authentication;

/// <summary>
/// Keys from a provider, one a tenant: kept until they are about to expire or the server rejects them, and fetched once for all who wait.
/// </summary>
internal sealed class ProvidedBearerTokenSource(
    string client, IBearerTokenProvider provider, BearerTokenOptions options, TimeProvider time, ILogger logger) : BearerTokenSource
{
    private const int MostTenants = 10_000;

    private static readonly TimeSpan s_longestFlight = TimeSpan.FromMinutes(1);

    private readonly TenantToken _own = new();
    private readonly ConcurrentDictionary<string, TenantToken> _tenants = new(StringComparer.Ordinal);

    public override bool IsPerCaller => options.Cache != BearerTokenCache.PerTenant;

    public override ValueTask<BearerToken> GetAsync(string? tenant, CancellationToken cancellationToken)
    {
        if (!TryFindEntry(tenant, out var entry))
            return AskAsync(new BearerTokenRequest(client, tenant, null), cancellationToken);
        var current = entry.Current;
        return current is not null && !IsExpiring(current)
            ? new(current.Token)
            : new(FetchNextAsync(entry, tenant, current?.Token, cancellationToken));
    }

    public override async ValueTask<BearerToken?> RenewAsync(string? tenant, BearerToken rejected, CancellationToken cancellationToken)
    {
        var token = TryFindEntry(tenant, out var entry)
            ? await FetchAsync(entry, tenant, rejected, cancellationToken).ConfigureAwait(false)
            : await AskAsync(new BearerTokenRequest(client, tenant, rejected), cancellationToken).ConfigureAwait(false);
        return token.Equals(rejected) ? null : token;
    }

    // A token that is about to expire is still good: a provider that fails now may be asked again by the next call.
    private async Task<BearerToken> FetchNextAsync(TenantToken entry, string? tenant, BearerToken? current, CancellationToken cancellationToken)
    {
        try
        {
            return await FetchAsync(entry, tenant, current, cancellationToken).ConfigureAwait(false);
        }
        catch (BearerTokenException exception) when (current?.ExpiresAt > time.GetUtcNow())
        {
            ClientLog.NotRenewed(logger, client, exception.Message);
            return current;
        }
    }

    public override BearerToken First(string? tenant, BearerToken token) => TryFindKey(tenant, out var key) ? base.First(key, token) : token;

    private bool TryFindEntry(string? tenant, [NotNullWhen(true)] out TenantToken? entry)
    {
        entry = _own;
        if (!TryFindKey(tenant, out var key))
            return false;
        if (key is null || _tenants.TryGetValue(key, out entry))
            return true;
        // A bound, not a policy: tokens that are dropped are fetched again.
        if (_tenants.Count >= MostTenants)
            _tenants.Clear();
        entry = _tenants.GetOrAdd(key, static _ => new TenantToken());
        return true;
    }

    // False when nothing may be kept: for a caller without an identity nobody could tell whose token it is.
    private bool TryFindKey(string? tenant, out string? key)
    {
        key = tenant;
        if (options.Cache == BearerTokenCache.PerTenant)
            return true;
        if (options.Cache == BearerTokenCache.Never || provider.GetIdentity(new BearerTokenRequest(client, tenant, null)) is not { } identity)
            return false;
        // The lengths keep "a" of "bc" and "ab" of "c" apart.
        key = $"{tenant?.Length ?? -1}:{tenant}{identity}";
        return true;
    }

    private bool IsExpiring(HeldToken held) => time.GetUtcNow() >= held.RenewAt;

    private HeldToken Hold(BearerToken token)
    {
        if (token.ExpiresAt is not { } end)
            return new HeldToken(token, DateTimeOffset.MaxValue);
        // A token that lives shorter than RenewBefore would otherwise be fetched for each call.
        var half = (end - time.GetUtcNow()) / 2;
        return new HeldToken(token, half <= TimeSpan.Zero ? end : end - (half < options.RenewBefore ? half : options.RenewBefore));
    }

    private async Task<BearerToken> FetchAsync(
        TenantToken entry, string? tenant, BearerToken? rejected, CancellationToken cancellationToken)
    {
        Task<BearerToken> flight;
        lock (entry)
        {
            // A caller that comes after the fetch finds its token.
            if (entry.Current is { } current && !current.Token.Equals(rejected) && !IsExpiring(current))
                return current.Token;
            flight = entry.Flight ??= Observed(Start(entry, new BearerTokenRequest(client, tenant, rejected)));
        }

        return await flight.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    // A token that serves all must not be that of whoever asked first: without a context a provider of the current user's token finds no user.
    private Task<BearerToken> Start(TenantToken entry, BearerTokenRequest request) => options.Cache == BearerTokenCache.PerTenant
        ? CallerContext.Leave(() => Task.Run(() => FlyAsync(entry, request)))
        : FlyAsync(entry, request);

    // All callers may have left when the provider fails. This keeps it from being an unobserved exception.
    private static Task<BearerToken> Observed(Task<BearerToken> flight)
    {
        flight.ContinueWith(static task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return flight;
    }

    // The flight serves many callers: the cancellation of one must not end it.
    private async Task<BearerToken> FlyAsync(TenantToken entry, BearerTokenRequest request)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        using var bound = new CancellationTokenSource(s_longestFlight, time);
        try
        {
            var token = await AskAsync(request, bound.Token).ConfigureAwait(false);
            entry.Current = Hold(token);
            return token;
        }
        catch (OperationCanceledException exception) when (bound.IsCancellationRequested)
        {
            throw new BearerTokenException(
                $"The token provider of client '{client}' gave no token within {s_longestFlight.TotalSeconds:0} s.", exception);
        }
        finally
        {
            lock (entry)
                entry.Flight = null;
        }
    }

    private async ValueTask<BearerToken> AskAsync(BearerTokenRequest request, CancellationToken cancellationToken)
    {
        try
        {
            ClientLog.Asking(logger, client, request.Rejected is not null);
            return await provider.GetTokenAsync(request, cancellationToken).AsTask().WaitAsync(cancellationToken).ConfigureAwait(false)
                ?? throw new BearerTokenException($"The token provider of client '{client}' gave no token.{Hint()}");
        }
        catch (Exception exception) when (exception is not BearerTokenException && !cancellationToken.IsCancellationRequested)
        {
            throw new BearerTokenException(
                $"The token provider of client '{client}' failed ({exception.GetType().Name}). See the inner exception.{Hint()}", exception);
        }
    }

    private string Hint() => options.Cache == BearerTokenCache.PerTenant
        ? " It is asked outside of any request, since its token serves all callers: a provider of the current user's token needs "
            + $"{nameof(BearerTokenOptions)}.{nameof(BearerTokenOptions.Cache)}."
        : "";

    private sealed class TenantToken
    {
        private volatile HeldToken? _current;

        public HeldToken? Current
        {
            get => _current;
            set => _current = value;
        }

        public Task<BearerToken>? Flight { get; set; }
    }

    private sealed record HeldToken(BearerToken Token, DateTimeOffset RenewAt);
}
