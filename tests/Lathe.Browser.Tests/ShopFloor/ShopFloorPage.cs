using Lathe.Browser.Tests.Support;
using Microsoft.Playwright;

namespace Lathe.Browser.Tests.ShopFloor;

/// <summary>A browser's page of the sample.</summary>
internal sealed class ShopFloorPage(Page traffic, IPage page, bool isAlone) : IAsyncDisposable
{
    public IPage Browser { get; } = page;

    public Page Traffic { get; } = traffic;

    /// <summary>Opens a page.</summary>
    /// <param name="chromium">The browser.</param>
    /// <param name="address">What to open.</param>
    /// <param name="scheme">The colours that the visitor's system has.</param>
    /// <param name="isInteractive">Whether to wait until the page answers.</param>
    /// <param name="width">How many pixels it has.</param>
    /// <param name="isAlone">Whether the page keeps nothing, and finds nothing kept. Others share what the browser keeps.</param>
    /// <param name="before">Is called before the address is asked for.</param>
    public static async Task<ShopFloorPage> OpenAsync(
        Chromium chromium,
        Uri address,
        ColorScheme scheme = ColorScheme.Light,
        bool isInteractive = true,
        int width = 1440,
        bool isAlone = false,
        Func<IPage, Task>? before = null)
    {
        // axe-core is no part of the page, whose policy would not let it run.
        var context = isAlone ? await chromium.NewContextAsync(new() { BypassCSP = true }) : await chromium.SharedContextAsync();
        var page = await context.NewPageAsync();
        await page.SetViewportSizeAsync(width, 1000);
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        var opened = new ShopFloorPage(new Page(page), page, isAlone);
        if (before is not null)
            await before(page);
        await page.GotoAsync(address.ToString());
        if (isInteractive)
            await opened.UntilInteractiveAsync();
        return opened;
    }

    /// <summary>Opens another address, and waits until it answers.</summary>
    public async Task GotoAsync(Uri address)
    {
        await Browser.GotoAsync(address.ToString());
        await UntilInteractiveAsync();
    }

    /// <summary>Waits until cards are there and answer.</summary>
    public Task UntilInteractiveAsync() => Browser.WaitForSelectorAsync("[data-interactive]");

    public Task SeeAsync(string selector) => Browser.WaitForSelectorAsync(selector);

    public Task GoneAsync(string selector) => Browser.WaitForSelectorAsync(selector, new() { State = WaitForSelectorState.Detached });

    public Task<int> CountAsync(string selector) => Browser.Locator(selector).CountAsync();

    public Task<IReadOnlyList<string>> TextsAsync(string selector) => Browser.Locator(selector).AllInnerTextsAsync();

    public ValueTask DisposeAsync() => isAlone ? Traffic.DisposeAsync() : new ValueTask(Browser.CloseAsync());
}
