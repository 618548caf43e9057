using System.Text.Json;
using Lathe.Browser.Tests.Support;

namespace Lathe.Browser.Tests.ShopFloor;

/// <summary>What the pages of samples/ShopFloor.Web show, and what they ask the API.</summary>
[Collection(ShopFloorPages.Name)]
public sealed class BoardTests(Chromium chromium, ShopFloorFixture floor)
{
    private const int InService = 11;

    [Fact]
    public async Task TheBoardAndItsChartsAreShownAndNobodyComplains()
    {
        Chromium.Require();
        await using var page = await OpenAsync("/");
        await page.SeeAsync(".column");
        await page.SeeAsync(".link-live");
        Assert.Equal(InService, await page.CountAsync(".card"));
        Assert.Contains("Lathe 1", await page.TextsAsync(".card h3"));
        Assert.Equal(InService, (await page.TextsAsync(".tile .count")).Sum(count => int.Parse(count, null)));
        Assert.InRange(await page.CountAsync(".plot .column"), 6, 7);
        Assert.InRange(await page.CountAsync(".bars tbody tr"), 4, 10);
        Assert.Empty(page.Traffic.Complaints);
    }

    [Fact]
    public async Task StatesChangeWithoutAnyRequestOfThePage()
    {
        Chromium.Require();
        await using var page = await OpenAsync("/");
        await page.SeeAsync(".link-live");
        await page.Browser.EvaluateAsync("window.before = [...document.querySelectorAll('.card')].map(card => card.className).join()");
        await page.Browser.WaitForFunctionAsync("[...document.querySelectorAll('.card')].map(card => card.className).join() !== window.before");
        await using var other = await OpenAsync("/");
        // However many pages watch, one subscription tells them.
        Assert.Equal(1, floor.OpenSockets);
    }

    [Fact]
    public async Task AFilterGoesIntoTheQueryAndTheAddress()
    {
        Chromium.Require();
        await using var page = await OpenAsync("/");
        await page.Browser.FillAsync("input[type=search]", "haas");
        await page.Browser.PressAsync("input[type=search]", "Enter");
        await page.Browser.WaitForFunctionAsync("document.querySelectorAll('.card').length === 3");
        Assert.Equal("""{"text":"%haas%","anyState":true,"anyAlarm":true}""", Sorted("text", "anyState", "anyAlarm"));
        await page.Browser.CheckAsync(".tile.state-offline input");
        await page.SeeAsync(".empty");
        Assert.Equal("""{"text":"%haas%","states":["UNAVAILABLE"],"anyState":false,"anyAlarm":true}""", Sorted("text", "states", "anyState", "anyAlarm"));
        Assert.EndsWith("/?q=haas&state=offline", page.Browser.Url, StringComparison.Ordinal);
        await using var shared = await OpenAsync("/?q=haas");
        await shared.SeeAsync(".card");
        Assert.Equal(["Lathe 3", "Mill 1", "Mill 2"], await shared.TextsAsync(".card h3"));
        Assert.Equal("haas", await shared.Browser.InputValueAsync("input[type=search]"));
    }

    [Fact]
    public async Task AMachineHasAPageWithItsTimeline()
    {
        Chromium.Require();
        await using var page = await OpenAsync("/machines/202");
        await page.SeeAsync(".column");
        await page.Browser.WaitForFunctionAsync("document.title == 'Mill 2 – Shop floor'");
        var day = await page.CountAsync(".timeline .span");
        await page.Browser.ClickAsync("button:text-is('72 h')");
        await page.SeeAsync("button[aria-pressed=true]:text-is('72 h')");
        await page.Browser.WaitForFunctionAsync($"document.querySelectorAll('.timeline .span').length > {day}");
        Assert.InRange(await page.CountAsync(".stops tbody tr"), 1, 10);
        await using var none = await OpenAsync("/machines/9999");
        Assert.Equal(["No such machine"], await none.TextsAsync(".empty .title"));
        Assert.Empty(page.Traffic.Complaints);
    }

    [Fact]
    public async Task TheKeyStaysAtTheServer()
    {
        Chromium.Require();
        await using var page = await OpenAsync("/", isAlone: true);
        await page.SeeAsync(".link-live");
        await page.Browser.CheckAsync(".tile.state-running input");
        await page.SeeAsync(".tile.state-running:has(:checked)");
        await page.Browser.ClickAsync(".card h3 a");
        await page.SeeAsync(".timeline");
        var traffic = await page.Traffic.TrafficAsync();
        Assert.Contains(traffic, text => text.Contains("Lathe 1", StringComparison.Ordinal));
        Assert.NotEmpty(page.Traffic.Frames);
        string[] secrets = [floor.Key, Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(floor.Key))];
        Assert.DoesNotContain(traffic, text => secrets.Any(secret => text.Contains(secret, StringComparison.Ordinal)));
        Assert.DoesNotContain(traffic, text => text.Contains("\nauthorization:", StringComparison.OrdinalIgnoreCase));
        Assert.All(page.Traffic.Addresses, address => Assert.Equal(floor.Origin.Authority, new Uri(address).Authority));
    }

    private string Sorted(params string[] names)
    {
        using var sent = JsonDocument.Parse(floor.Asked.Last(asked => asked.Operation == "Board").Variables);
        var members = sent.RootElement.EnumerateObject().Select(member => member.Name);
        Assert.Equal(names.Order(StringComparer.Ordinal), members.Order(StringComparer.Ordinal));
        return "{" + string.Join(',', names.Select(name => $"\"{name}\":{sent.RootElement.GetProperty(name).GetRawText()}")) + "}";
    }

    private Task<ShopFloorPage> OpenAsync(string path, bool isAlone = false) =>
        ShopFloorPage.OpenAsync(chromium, new Uri(floor.Origin, path), isAlone: isAlone);
}
