using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Lathe.Authentication;

/// <summary>Keys from a provider, one a tenant: kept until they are about to expire or the server rejects them, and fetched once for all who wait.</summary>
internal sealed class ProvidedBearerTokenSource(
    string client, IBearerTokenProvider provider, TimeSpan renewBefore, TimeProvider time, ILogger logger) : BearerTokenSource
{
    private const int MostTenants = 10_000;

    private static readonly TimeSpan LongestFlight = TimeSpan.FromMinutes(1);

    private readonly TenantToken _own = new();
    private readonly ConcurrentDictionary<string, TenantToken> _tenants = new(StringComparer.Ordinal);

    public override ValueTask<BearerToken> GetAsync(string? tenant, CancellationToken cancellationToken)
    {
        var entry = Entry(tenant);
        var current = entry.Current;
        return current is not null && !IsExpiring(current) ? new(current.Token) : new(FetchNextAsync(entry, tenant, current?.Token, cancellationToken));
    }

    public override async ValueTask<BearerToken?> RenewAsync(string? tenant, BearerToken rejected, CancellationToken cancellationToken)
    {
        var token = await FetchAsync(Entry(tenant), tenant, rejected, cancellationToken).ConfigureAwait(false);
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
            AuthenticationLog.NotRenewed(logger, client, exception.Message);
            return current;
        }
    }

    private TenantToken Entry(string? tenant)
    {
        if (tenant is null)
            return _own;
        if (_tenants.TryGetValue(tenant, out var entry))
            return entry;
        // A bound, not a policy: tokens that are dropped are fetched again.
        if (_tenants.Count >= MostTenants)
            _tenants.Clear();
        return _tenants.GetOrAdd(tenant, static _ => new TenantToken());
    }

    private bool IsExpiring(HeldToken held) => time.GetUtcNow() >= held.RenewAt;

    private HeldToken Hold(BearerToken token)
    {
        if (token.ExpiresAt is not { } end)
            return new HeldToken(token, DateTimeOffset.MaxValue);
        // A token that lives shorter than the wish to renew it early would else be fetched for each call.
        var half = (end - time.GetUtcNow()) / 2;
        return new HeldToken(token, half <= TimeSpan.Zero ? end : end - (half < renewBefore ? half : renewBefore));
    }

    private async Task<BearerToken> FetchAsync(
        TenantToken entry, string? tenant, BearerToken? rejected, CancellationToken cancellationToken)
    {
        Task<BearerToken> flight;
        lock (entry)
        {
            // Whoever comes after the flight finds its token.
            if (entry.Current is { } current && !current.Token.Equals(rejected) && !IsExpiring(current))
                return current.Token;
            flight = entry.Flight ??= Observed(FlyAsync(entry, new BearerTokenRequest(client, tenant, rejected)));
        }

        return await flight.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    // All who waited may have gone by the time that the provider fails: that is no unobserved exception of the process.
    private static Task<BearerToken> Observed(Task<BearerToken> flight)
    {
        flight.ContinueWith(static task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return flight;
    }

    // The flight serves many callers: the cancellation of one must not end it.
    private async Task<BearerToken> FlyAsync(TenantToken entry, BearerTokenRequest request)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        using var bound = new CancellationTokenSource(LongestFlight, time);
        try
        {
            AuthenticationLog.Asking(logger, client, request.Rejected is not null);
            var token = await provider.GetTokenAsync(request, bound.Token).AsTask().WaitAsync(bound.Token).ConfigureAwait(false)
                ?? throw new BearerTokenException($"The token provider of client '{client}' gave no token.");
            entry.Current = Hold(token);
            return token;
        }
        catch (OperationCanceledException exception) when (bound.IsCancellationRequested)
        {
            throw new BearerTokenException($"The token provider of client '{client}' gave no token within {LongestFlight.TotalSeconds:0} s.", exception);
        }
        catch (Exception exception) when (exception is not BearerTokenException)
        {
            throw new BearerTokenException(
                $"The token provider of client '{client}' failed ({exception.GetType().Name}). See the inner exception.", exception);
        }
        finally
        {
            lock (entry)
                entry.Flight = null;
        }
    }

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
