using System.Net;
using MachineMetrics.Server.Hosting;
using MachineMetrics.Server.Keys;
using MachineMetrics.Server.Limits;
using Microsoft.Extensions.Time.Testing;

namespace Lathe.Samples.Tests.Server;

public sealed class RateLimitTests(ServerFixture http) : IClassFixture<ServerFixture>
{
    private const string Names = """{"query":"{ machines { name } }"}""";

    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void ThousandRequestsAMinuteAreDocumented() => Assert.Equal(1000, new ShopLimits().RequestsPerMinute);

    [Fact]
    public async Task RequestsOverTheLimitWaitUntilTheWindowHasSlid()
    {
        await using var server = await StartAsync(limit: 3);
        Assert.Equal(200, await PostAsync(server, server.Key));
        clock.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal(200, await PostAsync(server, server.Key));
        Assert.Equal(200, await PostAsync(server, server.Key));

        using (var refused = await http.PostAsync(server, "/graphql", Names, server.Key.Secret))
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(20), refused.Headers.RetryAfter!.Delta);
        }

        // The first request leaves the window, the two others are still in it.
        clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(200, await PostAsync(server, server.Key));
        Assert.Equal(429, await PostAsync(server, server.Key));
    }

    [Fact]
    public async Task LimitIsThatOfTheCompanyNotOfTheKey()
    {
        await using var server = await StartAsync(limit: 1);
        var second = server.AddKey(server.Shop, ApiKey.Reporting);
        var other = server.AddKey(server.OtherShop, ApiKey.Reporting);
        Assert.Equal(200, await PostAsync(server, server.Key));
        Assert.Equal(429, await PostAsync(server, second));
        Assert.Equal(200, await PostAsync(server, other));
    }

    [Fact]
    public async Task RefusedKeysDoNotUseUpTheLimit()
    {
        await using var server = await StartAsync(limit: 1);
        var powerless = server.AddKey(server.Shop, "erp");
        Assert.Equal(403, await PostAsync(server, powerless));
        Assert.Equal(200, await PostAsync(server, server.Key));
    }

    private Task<ShopServer> StartAsync(int limit) => ShopServer.StartAsync(
        new ShopServerOptions { Clock = clock, Limits = new ShopLimits { RequestsPerMinute = limit } }, TestContext.Current.CancellationToken);

    private async Task<int> PostAsync(ShopServer server, ApiKey key)
    {
        using var response = await http.PostAsync(server, "/graphql", Names, key.Secret);
        return (int)response.StatusCode;
    }
}
