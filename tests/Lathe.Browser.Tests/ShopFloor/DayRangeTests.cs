using System.Globalization;
using System.Text.Json;
using Lathe.Browser.Tests.Support;

namespace Lathe.Browser.Tests.ShopFloor;

/// <summary>The range of days that the charts show.</summary>
[Collection(ShopFloorPages.Name)]
public sealed class DayRangeTests(Chromium chromium, ShopFloorFixture floor)
{
    private const string Day = "yyyy-MM-dd";
    private const string From = ".production input[name=from]";
    private const string To = ".production input[name=to]";
    private const string Pressed = ".production [aria-pressed=true]";

    [Fact]
    public async Task AnotherRangeIsReadAndShown()
    {
        Chromium.Require();
        await using var page = await ShopFloorPage.OpenAsync(chromium, floor.Origin);
        var today = await TodayAsync(page);
        await ShowsAsync(page, days: 7);
        Assert.Equal(["7 days"], await page.TextsAsync(Pressed));
        await page.Browser.ClickAsync(".production button:text-is('14 days')");
        await ShowsAsync(page, days: 14);
        Assert.Equal(["14 days"], await page.TextsAsync(Pressed));
        AssertAsked(today.AddDays(-13));
        await page.Browser.FillAsync(From, Write(today.AddDays(-2)));
        await ShowsAsync(page, days: 3);
        Assert.Empty(await page.TextsAsync(Pressed));
        AssertAsked(today.AddDays(-2));
        await page.Browser.FillAsync(To, Write(today.AddDays(-1)));
        await ShowsAsync(page, days: 2);
        var bars = await page.CountAsync(".production .column");
        Assert.InRange(bars, 1, 2);
        // The table is folded up, so its text is not drawn.
        var rates = await page.Browser.Locator(".production details td").AllTextContentsAsync();
        Assert.Equal(bars, rates.Count(text => text.EndsWith('%')));
        Assert.Empty(page.Traffic.Complaints);
    }

    [Fact]
    public async Task ARangeThatIsNoneIsToldAndNotRead()
    {
        Chromium.Require();
        await using var page = await ShopFloorPage.OpenAsync(chromium, floor.Origin);
        await ShowsAsync(page, days: 7);
        var asked = floor.Asked.Count(operation => operation.Operation == "Downtime");
        await page.Browser.FillAsync(To, Write((await TodayAsync(page)).AddDays(-20)));
        await page.SeeAsync(".production .wrong[role=alert]");
        await ShowsAsync(page, days: 7);
        Assert.Equal(asked, floor.Asked.Count(operation => operation.Operation == "Downtime"));
    }

    [Fact]
    public async Task AnAddressNamesARange()
    {
        Chromium.Require();
        await using var first = await ShopFloorPage.OpenAsync(chromium, floor.Origin);
        var day = (await TodayAsync(first)).AddDays(-4);
        await first.GotoAsync(new Uri(floor.Origin, $"/?from={Write(day)}&to={Write(day.AddDays(3))}"));
        await ShowsAsync(first, days: 4);
        Assert.Equal(Write(day), await first.Browser.InputValueAsync(From));
        AssertAsked(day);
    }

    // The table below the chart has a row for each day.
    private static async Task ShowsAsync(ShopFloorPage page, int days) =>
        await page.Browser.WaitForFunctionAsync($"document.querySelectorAll('.production details tbody tr').length === {days}");

    private static async Task<DateOnly> TodayAsync(ShopFloorPage page) =>
        DateOnly.ParseExact((await page.Browser.GetAttributeAsync(To, "max"))!, Day, CultureInfo.InvariantCulture);

    private static string Write(DateOnly day) => day.ToString(Day, CultureInfo.InvariantCulture);

    private void AssertAsked(DateOnly first)
    {
        using var variables = JsonDocument.Parse(floor.Asked.Last(operation => operation.Operation == "Downtime").Variables);
        Assert.Equal(first.ToDateTime(TimeOnly.MinValue), variables.RootElement.GetProperty("from").GetDateTimeOffset().UtcDateTime);
    }
}
