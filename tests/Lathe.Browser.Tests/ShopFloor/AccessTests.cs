using Lathe.Browser.Tests.Support;
using Microsoft.Playwright;

namespace Lathe.Browser.Tests.ShopFloor;

/// <summary>The pages for people who see, point or read in another way than their author.</summary>
[Collection(ShopFloorPages.Name)]
public sealed class AccessTests(Chromium chromium, ShopFloorFixture floor)
{
    [Fact]
    public async Task KeysAloneLeadThroughTheBoard()
    {
        Chromium.Require();
        await using var page = await ShopFloorPage.OpenAsync(chromium, floor.Origin);
        await page.SeeAsync(".column");
        await page.Browser.FocusAsync(".skip");
        Assert.True(await page.Browser.Locator(".skip").IsVisibleAsync());
        await page.Browser.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await FocusedAsync(page));
        await page.Browser.Keyboard.PressAsync("Tab");
        Assert.Equal("running", await FocusedAsync(page));
        await page.Browser.Keyboard.PressAsync("Space");
        await page.SeeAsync(".tile.state-running:has(:checked)");
        await page.Browser.WaitForFunctionAsync("location.search === '?state=running'");
        var seen = new List<string>();
        for (var i = 0; i < 8 && !seen.Contains("link"); i++)
        {
            await page.Browser.Keyboard.PressAsync("Tab");
            seen.Add(await FocusedAsync(page));
        }

        Assert.Equal(["interrupted", "stopped", "offline", "q", "alarms", "Show all", "link"], seen);
        Assert.NotEqual("none", await page.Browser.EvaluateAsync<string>("getComputedStyle(document.activeElement.closest('.card')).outlineStyle"));
        await page.Browser.Keyboard.PressAsync("Enter");
        await page.SeeAsync(".timeline");
    }

    [Fact]
    public async Task ColoursAreChosenAndKept()
    {
        Chromium.Require();
        await using var page = await ShopFloorPage.OpenAsync(chromium, floor.Origin, isAlone: true);
        var light = await BackgroundAsync(page);
        await page.Browser.ClickAsync("button[data-theme-choice=dark]");
        var dark = await BackgroundAsync(page);
        Assert.NotEqual(light, dark);
        await page.Browser.ReloadAsync();
        await page.UntilInteractiveAsync();
        Assert.Equal(dark, await BackgroundAsync(page));
        Assert.Equal(["Dark"], await page.TextsAsync("[data-theme-choice][aria-pressed=true]"));
        await page.Browser.ClickAsync("button[data-theme-choice='']");
        await page.Browser.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark, ReducedMotion = ReducedMotion.Reduce });
        Assert.Equal(dark, await BackgroundAsync(page));
        Assert.Equal("none", await page.Browser.EvaluateAsync<string>("getComputedStyle(document.querySelector('.dot')).animationName"));
    }

    [Fact]
    public async Task NothingIsCutOffOnANarrowScreen()
    {
        Chromium.Require();
        await using var page = await ShopFloorPage.OpenAsync(chromium, floor.Origin, width: 360);
        await page.SeeAsync(".column");
        Assert.InRange(await page.Browser.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, 360);
    }

    private static Task<string> BackgroundAsync(ShopFloorPage page) =>
        page.Browser.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");

    private static Task<string> FocusedAsync(ShopFloorPage page) => page.Browser.EvaluateAsync<string>("""
        () => { const at = document.activeElement;
          return at.closest('.card') ? 'link' : at.type === 'checkbox' && at.name === 'state' ? at.value : at.name || at.id || at.innerText; }
        """);
}
