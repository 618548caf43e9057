using Lathe.Browser.Tests.Support;

namespace Lathe.Browser.Tests;

/// <summary>A generated client in Blazor WebAssembly, in Chromium, against a server at another origin.</summary>
public sealed class WebAssemblyTests(Chromium chromium)
{
    private const string Key = "mm-Key.4711/secret+abc_XYZ~0=";

    [Theory]
    [InlineData("default")]
    [InlineData("own")]
    public async Task AQueryStartsTheClientAndIsAnswered(string handler)
    {
        await using var shop = await StartServerAsync();
        await using var site = await StartSiteAsync(shop, ("Handler", handler));
        await using var page = await chromium.OpenAsync(site.Scenario("query"));
        Assert.Equal(["2 machines"], await page.LinesAsync());
        Assert.Equal(["m1 Lathe 1 ü", "m2 Lathe 2"], await page.TextsAsync(".machine"));
        var (_, method, headers) = Assert.Single(shop.Received);
        Assert.Equal("POST", method);
        Assert.Equal("Bearer " + Key, headers.Authorization);
        Assert.DoesNotContain("Lathe", headers.UserAgent.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AKeyIsWarnedOfInTheConsole()
    {
        await using var shop = await StartServerAsync();
        await using var site = await StartSiteAsync(shop);
        await using var page = await chromium.OpenAsync(site.Scenario("query"));
        await page.LinesAsync();
        var warning = Assert.Single(page.Complaints);
        Assert.StartsWith("warning:", warning, StringComparison.Ordinal);
        Assert.Contains("The key of client 'ShopClient' is in a browser, where every visitor can read it.", warning, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAKeyThereIsNothingToWarnOf()
    {
        await using var shop = await StartServerAsync();
        await using var site = await AppSite.StartAsync(new() { ["Shop:Endpoint"] = shop.Endpoint.ToString() });
        await using var page = await chromium.OpenAsync(site.Scenario("query"));
        Assert.Equal(["2 machines"], await page.LinesAsync());
        Assert.Empty(page.Complaints);
        Assert.Empty(Assert.Single(shop.Received).Headers.Authorization.ToString());
    }

    [Fact]
    public async Task AMutationIsAnswered()
    {
        await using var shop = await StartServerAsync();
        Assert.Equal(["Størst"], await LinesAsync(shop, "mutation"));
    }

    [Fact]
    public async Task AnErrorOfAFieldHasItsPathAndMessage()
    {
        await using var shop = await StartServerAsync();
        Assert.Equal(["fails: It fails."], await LinesAsync(shop, "error"));
    }

    [Fact]
    public async Task ARefusalIsAnExceptionThatSaysSo()
    {
        await using var shop = await StartServerAsync(refusals: 1);
        Assert.StartsWith(
            "GraphQLHttpException: Machines was answered with 503", Assert.Single(await LinesAsync(shop, "query")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ResilienceSendsAQueryAgain()
    {
        await using var shop = await StartServerAsync(refusals: 1);
        Assert.Equal(["2 machines"], await LinesAsync(shop, "query", ("Resilience", "true")));
        Assert.Equal(2, shop.Received.Count);
    }

    [Fact]
    public async Task EventsComeOneByOne()
    {
        await using var shop = await StartServerAsync();
        Assert.Equal(["tick 1", "tick 2", "tick 3"], await LinesAsync(shop, "subscription"));
        var ticks = Assert.Single(shop.Received, request => request.Operation == "Ticks");
        Assert.Equal("text/event-stream", ticks.Headers.Accept);
        Assert.Equal("Bearer " + Key, ticks.Headers.Authorization);
    }

    [Fact]
    public async Task ASubscriptionThatIsLeftEndsAtTheServer()
    {
        await using var shop = await StartServerAsync();
        Assert.Equal(["tick 1"], await LinesAsync(shop, "first"));
        await shop.Left.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("default", "query")]
    [InlineData("own", "mutation")]
    public async Task ARedirectIsNotFollowed(string handler, string scenario)
    {
        await using var target = await StartServerAsync();
        await using var shop = await StartServerAsync(redirect: target.Endpoint);
        var line = Assert.Single(await LinesAsync(shop, scenario, ("Handler", handler)));
        Assert.Contains("was redirected to another address. Redirects are not followed", line, StringComparison.Ordinal);
        Assert.Empty(target.Received);
        Assert.Single(shop.Received);
    }

    [Fact]
    public async Task AHandlerForSocketsIsRefused()
    {
        await using var shop = await StartServerAsync();
        await using var site = await StartSiteAsync(shop, ("Sockets", "Automatic"), ("Handler", "sockets"));
        await using var page = await chromium.OpenAsync(site.Scenario("events"));
        await page.ComplaintAsync("ConfigureHandler has no meaning in a browser");
        Assert.Empty(shop.Received);
    }

    // The analyzer that warns of keys in browsers learns from the SDK where the app runs.
    [Fact]
    public void TheBuildNamesTheBrowserAsTheOnlyPlatform()
    {
        Chromium.Require();
        var settings = Directory
            .EnumerateFiles(PublishedApp.Intermediate, "*.GeneratedMSBuildEditorConfig.editorconfig", SearchOption.AllDirectories)
            .Select(File.ReadAllLines);
        Assert.All(settings, lines => Assert.Contains("build_property._SupportedPlatformList = browser", lines));
        Assert.NotEmpty(settings);
    }

    private static async Task<ShopServer> StartServerAsync(int refusals = 0, Uri? redirect = null)
    {
        Chromium.Require();
        return await ShopServer.StartAsync(refusals, redirect);
    }

    private static Task<AppSite> StartSiteAsync(ShopServer shop, params (string Name, string Value)[] settings) => AppSite.StartAsync(
        settings.Append(("Shop:ApiKey", Key))
            .Append(("Shop:Endpoint", shop.Endpoint.ToString()))
            .ToDictionary(pair => pair.Item1, pair => pair.Item2));

    private async Task<IReadOnlyList<string>> LinesAsync(ShopServer shop, string scenario, params (string Name, string Value)[] settings)
    {
        await using var site = await StartSiteAsync(shop, settings);
        await using var page = await chromium.OpenAsync(site.Scenario(scenario));
        return await page.LinesAsync();
    }
}
