using Lathe.Authentication;
using Lathe.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lathe.Tests.Authentication;

/// <summary>For whom a provider's tokens are kept, and how many.</summary>
public sealed class KeptTokensTests
{
    private const int MostTenants = 10_000;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private int _issued;

    [Theory]
    [InlineData(BearerTokenCache.PerTenant, false, 2)]
    [InlineData(BearerTokenCache.PerIdentity, true, 4)]
    [InlineData(BearerTokenCache.Never, true, 8)]
    public async Task ATokenIsKeptForWhomItIs(BearerTokenCache cache, bool perCaller, int issued)
    {
        var provider = new IdentityProvider(() => ++_issued);
        var source = Source(provider, cache);
        Assert.Equal(perCaller, source.IsPerCaller);
        for (var round = 0; round < 2; round++)
        {
            foreach (var identity in new[] { "ann", "bob" })
            {
                foreach (var tenant in new[] { null, "acme" })
                {
                    provider.Identity = identity;
                    await source.GetAsync(tenant, Stop);
                }
            }
        }

        Assert.Equal(issued, _issued);
    }

    [Fact]
    public async Task TenantsAndIdentitiesThatReadTheSameTogetherAreApart()
    {
        var provider = new IdentityProvider(() => ++_issued);
        var source = Source(provider, BearerTokenCache.PerIdentity);
        foreach (var (tenant, identity) in new[] { ("a", "bc"), ("ab", "c"), ("", "abc"), (null, "abc"), ((string?)null, "1:abc") })
        {
            provider.Identity = identity;
            await source.GetAsync(tenant, Stop);
        }

        Assert.Equal(5, _issued);
    }

    [Fact]
    public async Task NothingIsKeptForACallerWithoutAnIdentity()
    {
        var provider = new IdentityProvider(() => ++_issued) { Identity = null };
        var source = Source(provider, BearerTokenCache.PerIdentity);
        var first = await source.GetAsync(null, Stop);
        Assert.NotEqual(first, await source.GetAsync(null, Stop));
        Assert.NotEqual(first, await source.RenewAsync(null, first, Stop));
        Assert.Equal(3, _issued);
        Assert.Equal([null, null, first], provider.Rejected);
        Assert.Same(first, source.First(null, first));
        var other = BearerToken.Create("other");
        Assert.Same(other, source.First(null, other));
    }

    [Fact]
    public async Task TheFirstTokenOfATenantStandsForItsBudget()
    {
        var source = Source(new IdentityProvider(() => ++_issued), BearerTokenCache.PerTenant);
        var (own, acme) = (await source.GetAsync(null, Stop), await source.GetAsync("acme", Stop));
        Assert.Same(own, source.First(null, own));
        Assert.Same(acme, source.First("acme", acme));
        var newer = (await source.RenewAsync("acme", acme, Stop))!;
        Assert.NotEqual(acme, newer);
        Assert.Same(acme, source.First("acme", newer));
        Assert.Same(own, source.First(null, newer));
    }

    [Fact]
    public async Task TokensOfManyTenantsAreDroppedAndFetchedAgain()
    {
        var source = Source(new IdentityProvider(() => ++_issued), BearerTokenCache.PerTenant);
        var first = await source.GetAsync("t0", Stop);
        source.First("t0", first);
        for (var tenant = 1; tenant < MostTenants; tenant++)
            source.First($"t{tenant}", await source.GetAsync($"t{tenant}", Stop));
        Assert.Same(first, await source.GetAsync("t0", Stop));
        Assert.Same(first, source.First("t0", BearerToken.Create("x")));
        var last = await source.GetAsync("one-more", Stop);
        source.First("one-more", last);
        Assert.NotEqual(first, await source.GetAsync("t0", Stop));
        Assert.Equal(MostTenants + 2, _issued);
        Assert.Equal("x", source.First("t0", BearerToken.Create("x")).Value);
        Assert.Same(last, source.First("one-more", first));
    }

    [Fact]
    public async Task ARenewalThatGivesTheRejectedTokenIsNone()
    {
        var source = Source(new DelegateBearerTokenProvider(static (_, _) => new(BearerToken.Create("same"))), BearerTokenCache.PerTenant);
        Assert.Null(await source.RenewAsync(null, await source.GetAsync(null, Stop), Stop));
        var later = await source.RenewAsync(null, BearerToken.Create("older"), Stop);
        Assert.Equal("same", later!.Value);
    }

    [Theory]
    [InlineData(BearerTokenCache.PerTenant)]
    [InlineData(BearerTokenCache.Never)]
    public async Task AProviderWithoutATokenIsToldOf(BearerTokenCache cache)
    {
        const string Advice = " It is asked outside of any request, since its token serves all callers: a provider of the current user's token needs "
            + "BearerTokenOptions.Cache.";
        var advice = cache == BearerTokenCache.PerTenant ? Advice : "";
        var none = Source(new DelegateBearerTokenProvider(static (_, _) => new((BearerToken?)null)), cache);
        var failure = await Assert.ThrowsAsync<BearerTokenException>(async () => await none.GetAsync(null, Stop));
        Assert.Equal($"The token provider of client 'test' gave no token.{advice}", failure.Message);
        var broken = Source(new DelegateBearerTokenProvider(static (_, _) => throw new TimeoutException()), cache);
        failure = await Assert.ThrowsAsync<BearerTokenException>(async () => await broken.GetAsync(null, Stop));
        Assert.Equal($"The token provider of client 'test' failed (TimeoutException). See the inner exception.{advice}", failure.Message);
        Assert.IsType<TimeoutException>(failure.InnerException);
    }

    [Fact]
    public async Task ACallerThatGivesUpIsNotTheProvidersFailure()
    {
        using var stop = new CancellationTokenSource();
        var source = Source(
            new DelegateBearerTokenProvider((_, _) =>
            {
                stop.Cancel();
                return new(new TaskCompletionSource<BearerToken?>().Task);
            }),
            BearerTokenCache.Never);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await source.GetAsync(null, stop.Token));
    }

    [Fact]
    public async Task TheLogSaysWhyAProviderIsAsked()
    {
        var log = new ListLogger();
        var source = new ProvidedBearerTokenSource("test", new IdentityProvider(() => ++_issued), new(), TimeProvider.System, log);
        await source.RenewAsync(null, await source.GetAsync(null, Stop), Stop);
        Assert.Equal(
            ["Asking the token provider of client 'test'; renewal: False.", "Asking the token provider of client 'test'; renewal: True."], log.Lines);
    }

    [Theory]
    [InlineData(BearerTokenCache.PerTenant, null)]
    [InlineData(BearerTokenCache.PerIdentity, "of-the-caller")]
    public async Task ATokenForAllIsAskedForOutsideOfAnyRequest(BearerTokenCache cache, string? expected)
    {
        var caller = new AsyncLocal<string?> { Value = "of-the-caller" };
        var seen = "not asked";
        var source = Source(
            new IdentityProvider(() =>
            {
                seen = caller.Value;
                return 1;
            }),
            cache);
        await source.GetAsync(null, Stop);
        Assert.Equal(expected, seen);
    }

    private static ProvidedBearerTokenSource Source(IBearerTokenProvider provider, BearerTokenCache cache) =>
        new("test", provider, new() { Cache = cache }, TimeProvider.System, NullLogger.Instance);

    private sealed class IdentityProvider(Func<int> issue) : IBearerTokenProvider
    {
        public string? Identity { get; set; } = "ann";

        public List<BearerToken?> Rejected { get; } = [];

        public ValueTask<BearerToken?> GetTokenAsync(BearerTokenRequest request, CancellationToken cancellationToken)
        {
            Rejected.Add(request.Rejected);
            return new(BearerToken.Create($"token-{issue()}"));
        }

        public string? GetIdentity(BearerTokenRequest request) => Identity;
    }
}
