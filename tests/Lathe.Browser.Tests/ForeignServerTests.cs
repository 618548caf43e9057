using Lathe.Browser.Tests.Support;
using Lathe.Interop.Tests.Support;

namespace Lathe.Browser.Tests;

/// <summary>The app in Chromium against servers from npm, which allow other origins by themselves.</summary>
public sealed class ForeignServerTests(Chromium chromium, ForeignServers servers)
{
    [Theory]
    [InlineData("yoga", "query", "2 machines")]
    [InlineData("yoga", "header", "Bearer visitor-7")]
    [InlineData("yoga", "mutation", "Størst")]
    [InlineData("yoga", "error", "fails: It fails.")]
    [InlineData("yoga", "subscription", "tick 1: \"ü\"", "tick 2: \"ü\"", "tick 3: \"ü\"")]
    [InlineData("yoga", "get", "2 machines")]
    [InlineData("apollo", "query", "2 machines")]
    [InlineData("apollo", "get", "2 machines")]
    [InlineData("apollo", "mutation", "Størst")]
    [InlineData("apollo", "error", "fails: It fails.")]
    public async Task AServerAgrees(string server, string scenario, params string[] expected)
    {
        Chromium.Require();
        await using var site = await AppSite.StartAsync(new()
        {
            ["Shop:Endpoint"] = servers.Endpoint(server).ToString(),
            ["Shop:ApiKey"] = "visitor-7",
            ["Get"] = scenario == "get" ? "true" : "false",
        });
        await using var page = await chromium.OpenAsync(site.Scenario(scenario));
        Assert.Equal(expected, (await page.LinesAsync()).Select(line => line.Trim()));
    }

    [Theory]
    [InlineData("page-graphql-ws", "WebSocket", "events", 3)]
    [InlineData("page-graphql-ws", "Automatic", "one", 1)]
    [InlineData("page-mercurius", "WebSocket", "events", 3)]
    public async Task EventsComeOverASocket(string server, string mode, string scenario, int count)
    {
        Chromium.Require();
        await using var site = await StartAsync(server, mode);
        await using var page = await chromium.OpenAsync(site.Scenario(scenario));
        Assert.Equal(Enumerable.Range(1, count).Select(number => $"tick {number}: \"ü\""), (await page.LinesAsync()).Select(line => line.Trim()));
        var frames = page.Frames;
        Assert.Equal("""{"type":"connection_init","payload":{"Authorization":"Bearer visitor-7"}}""", frames.First());
        Assert.InRange(frames.Count(frame => frame.Contains("\"type\":\"next\"", StringComparison.Ordinal)), count, 3);
    }

    // What a browser cannot tell apart from a refusal is taken for one: events then come over HTTP.
    [Fact]
    public async Task AServerWithoutSocketsSendsEventsOverHttp()
    {
        Chromium.Require();
        await using var site = await StartAsync("yoga", "Automatic");
        await using var page = await chromium.OpenAsync(site.Scenario("events"));
        Assert.Equal(3, (await page.LinesAsync()).Count);
        Assert.Empty(page.Frames);
    }

    [Fact]
    public async Task WhereSocketsAreAMustTheFailureSaysWhatABrowserKnows()
    {
        Chromium.Require();
        await using var site = await StartAsync("yoga", "WebSocket");
        await using var page = await chromium.OpenAsync(site.Scenario("events"));
        Assert.StartsWith("GraphQLWebSocketException: ", Assert.Single(await page.LinesAsync()), StringComparison.Ordinal);
    }

    private Task<AppSite> StartAsync(string server, string sockets) => AppSite.StartAsync(new()
    {
        ["Shop:Endpoint"] = servers.Endpoint(server).ToString(),
        ["Shop:ApiKey"] = "visitor-7",
        ["Sockets"] = sockets,
    });
}
