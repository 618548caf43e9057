using Lathe.Interop.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Lathe.Interop.Tests;

/// <summary>Servers whose plug-in counts points as Shopify documents it: 100 of them, 400 a second come back, and each request costs 60.</summary>
public sealed class CostTests(ForeignServers servers)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("yoga-cost")]
    [InlineData("apollo-cost")]
    public async Task ARefusalForWantOfPointsIsAResultWithItsCode(string server)
    {
        await using var user = new ShopUser(servers.Endpoint(server), configure: With("plain"));
        await user.Client.HelloAsync("x", cancellationToken: Stop);
        var results = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => user.Client.HelloAsync("x", cancellationToken: Stop)));
        Assert.Contains(results, result => result is { Data: null, Errors: [{ Code: "THROTTLED" }] });
    }

    [Theory]
    [InlineData("yoga-cost")]
    [InlineData("apollo-cost")]
    public async Task ResilienceSendsAgainWhenThePointsAreBack(string server)
    {
        await using var user = new ShopUser(
            servers.Endpoint(server), configure: With("resilience") + (builder => builder.AddStandardGraphQLResilience(o => o.MaxRetries = 10)));
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => user.Client.HelloAsync("x", cancellationToken: Stop)));
        Assert.All(results, result => Assert.Equal("Hello x", result.RequireData().Hello));
        Assert.True(user.Sent.Count > 6, "None was refused, so that nothing is shown.");
    }

    [Theory]
    [InlineData("yoga-cost")]
    [InlineData("apollo-cost")]
    public async Task ACostLimiterIsNeverRefused(string server)
    {
        await using var user = new ShopUser(servers.Endpoint(server), configure: With("limiter") + (builder => builder.AddCostLimiter()));
        await user.Client.HelloAsync("x", cancellationToken: Stop);
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => user.Client.HelloAsync("x", cancellationToken: Stop)));
        Assert.All(results, result => Assert.Equal("Hello x", result.RequireData().Hello));
        Assert.Equal(9, user.Sent.Count);
    }

    // The server keeps a budget for each caller.
    private static Action<IGraphQLClientBuilder> With(string caller) =>
        builder => builder.ConfigureHttpClient(http => http.DefaultRequestHeaders.Add("x-caller", caller));
}
