using Lathe.Browser.Tests.Support;

namespace Lathe.Browser.Tests;

/// <summary>Generated types as parameters, in fragments, callbacks and persisted state of Razor components, in Chromium.</summary>
public sealed class ComponentTests(Chromium chromium)
{
    private const string Key = "shop-Key.4711/secret+abc_XYZ~0=";

    [Fact]
    public async Task APageIsRenderedOnceGoesOnWithItsStateAndAnswersClicks()
    {
        Chromium.Require();
        await using var shop = await ShopServer.StartAsync();
        await using var app = await ServerApp.StartAsync(shop.Endpoint, Key);
        await using var page = await chromium.OpenAsync(app.Origin);
        await page.WaitForAsync("#chosen[data-interactive]");
        Assert.Equal(["Lathe 1 ü", "Lathe 2"], await page.TextsAsync(".card"));
        await page.ClickAsync(".card[data-id=m2]");
        await page.WaitForAsync("#chosen:text-is('Lathe 2')");
        // The state came with the page: the interactive one asked for nothing.
        Assert.Equal("Machines", Assert.Single(shop.Received).Operation);
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task TheKeyStaysAtTheServer()
    {
        Chromium.Require();
        await using var shop = await ShopServer.StartAsync();
        await using var app = await ServerApp.StartAsync(shop.Endpoint, Key);
        await using var page = await chromium.OpenAsync(app.Origin);
        await page.WaitForAsync("#chosen[data-interactive]");
        Assert.Equal("Bearer " + Key, Assert.Single(shop.Received).Headers.Authorization);
        var traffic = await page.TrafficAsync();
        Assert.Contains(traffic, text => text.Contains("Lathe 1", StringComparison.Ordinal));
        Assert.DoesNotContain(traffic, text => text.Contains(Key, StringComparison.Ordinal) || text.Contains("secret", StringComparison.Ordinal));
    }
}
