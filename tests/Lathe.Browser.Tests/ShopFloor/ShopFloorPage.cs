using Lathe.Browser.Tests.Support;
using Microsoft.Playwright;

namespace Lathe.Browser.Tests.ShopFloor;

/// <summary>A browser's page of the sample.</summary>
internal sealed class ShopFloorPage(Page traffic, IPage page) : IAsyncDisposable
{
    public IPage Browser { get; } = page;

    public Page Traffic { get; } = traffic;

    public static async Task<ShopFloorPage> OpenAsync(
        Chromium chromium, Uri address, ColorScheme scheme = ColorScheme.Light, bool isInteractive = true, int width = 1440)
    {
        var context = await chromium.NewContextAsync(new()
        {
            ColorScheme = scheme,
            ViewportSize = new() { Width = width, Height = 1000 },
            // axe-core is no part of the page, whose policy would not let it run.
            BypassCSP = true,
        });
        var page = await context.NewPageAsync();
        var opened = new ShopFloorPage(new Page(page), page);
        await page.GotoAsync(address.ToString());
        if (isInteractive)
            await opened.UntilInteractiveAsync();
        return opened;
    }

    /// <summary>Waits until cards are there and answer.</summary>
    public Task UntilInteractiveAsync() => Browser.WaitForSelectorAsync("[data-interactive]");

    public Task SeeAsync(string selector) => Browser.WaitForSelectorAsync(selector);

    public Task GoneAsync(string selector) => Browser.WaitForSelectorAsync(selector, new() { State = WaitForSelectorState.Detached });

    public Task<int> CountAsync(string selector) => Browser.Locator(selector).CountAsync();

    public Task<IReadOnlyList<string>> TextsAsync(string selector) => Browser.Locator(selector).AllInnerTextsAsync();

    public ValueTask DisposeAsync() => Traffic.DisposeAsync();
}
