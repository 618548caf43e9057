using Lathe.Browser.Tests.Support;

namespace Lathe.Browser.Tests.ShopFloor;

/// <summary>What the pages show while they wait, and when the API or their own server fails.</summary>
[Collection(ShopFloorPages.Name)]
public sealed class FaultTests(Chromium chromium, ShopFloorFixture floor)
{
    [Fact]
    public async Task WhatIsBeingReadHasItsPlace()
    {
        Chromium.Require();
        var gate = new TaskCompletionSource();
        using var slow = floor.Fail(async (name, _) =>
        {
            if (name == "Board")
                await gate.Task;
            return false;
        });
        await using var page = await OpenAsync(isInteractive: false);
        await page.SeeAsync(".skeleton.cards");
        Assert.Equal(0, await page.CountAsync(".card"));
        gate.SetResult();
        await page.SeeAsync(".card");
        await page.GoneAsync(".skeleton.cards");
    }

    [Fact]
    public async Task AnErrorSaysWhatItMeansAndIsTriedAgain()
    {
        Chromium.Require();
        await using var page = await BrokenAsync(500, "Board", "The API can’t be reached");
        await page.Browser.ClickAsync(".problem button");
        await page.SeeAsync(".card");
    }

    [Fact]
    public async Task AKeyThatIsRejectedIsToldWithoutIt()
    {
        Chromium.Require();
        await using var page = await BrokenAsync(401, "Board", "The API key was not accepted");
        Assert.DoesNotContain(floor.Key, await page.Browser.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APauseThatTheApiAsksForIsCountedDownAndThenOver()
    {
        Chromium.Require();
        await using var page = await BrokenAsync(429, "Board", "The API asks for a pause", retryAfter: 1);
        // Nobody clicks.
        await page.SeeAsync(".card");
    }

    [Fact]
    public async Task AReportThatIsRefusedLeavesTheBoard()
    {
        Chromium.Require();
        await using var page = await BrokenAsync(400, "/reports/production", "The API answered with an error");
        Assert.Equal(11, await page.CountAsync(".card"));
        await page.Browser.ClickAsync(".production .problem button");
        await page.SeeAsync(".column");
    }

    [Fact]
    public async Task ALostSubscriptionIsShownAndOpenedAgain()
    {
        Chromium.Require();
        await using var page = await OpenAsync();
        await page.SeeAsync(".link-live");
        using (floor.BreakSubscription())
        {
            await page.SeeAsync(".link-lost");
            Assert.Contains("Connection lost", Assert.Single(await page.TextsAsync(".link")), StringComparison.Ordinal);
            Assert.Equal(11, await page.CountAsync(".cards[data-link=Lost] .card"));
        }

        await page.SeeAsync(".link-live");
    }

    [Fact]
    public async Task TheSampleStartsWithItsOwnStandInAndItsPageSaysWhenItIsGone()
    {
        Chromium.Require();
        var app = await ServerApp.StartAsync("ShopFloor", []);
        await using var page = await ShopFloorPage.OpenAsync(chromium, app.Origin);
        await page.SeeAsync(".link-live");
        Assert.Equal(["Ridgeline Precision", "Invented data"], await page.TextsAsync(".source span"));
        await app.DisposeAsync();
        await page.Browser.WaitForSelectorAsync("#components-reconnect-modal .title:text-is('This page has lost its server')");
    }

    private async Task<ShopFloorPage> BrokenAsync(int status, string operation, string title, int? retryAfter = null)
    {
        using var broken = floor.Fail(status, operation, retryAfter);
        var page = await OpenAsync(isInteractive: false);
        await page.SeeAsync($".problem .title:text-is('{title}')");
        await page.UntilInteractiveAsync();
        await page.SeeAsync($".problem .title:text-is('{title}')");
        return page;
    }

    private Task<ShopFloorPage> OpenAsync(bool isInteractive = true) => ShopFloorPage.OpenAsync(chromium, floor.Origin, isInteractive: isInteractive);
}
