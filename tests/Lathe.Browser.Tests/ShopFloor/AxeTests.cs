using Lathe.Browser.Tests.Support;
using Lathe.Interop.Tests.Support;
using Microsoft.Playwright;

namespace Lathe.Browser.Tests.ShopFloor;

/// <summary>axe-core finds no fault, whatever the pages show.</summary>
[Collection(ShopFloorPages.Name)]
public sealed class AxeTests(Chromium chromium, ShopFloorFixture floor, ForeignServers packages)
{
    [Fact]
    public async Task OnPagesWithDataAndWithout()
    {
        Chromium.Require();
        var axe = Axe.Require(packages);
        await using var page = await ShopFloorPage.OpenAsync(chromium, floor.Origin);
        await page.SeeAsync(".column");
        await axe.CheckAsync(page);
        await page.Browser.FillAsync("input[type=search]", "no such machine");
        await page.Browser.PressAsync("input[type=search]", "Enter");
        await page.SeeAsync(".empty");
        await axe.CheckAsync(page);
        await page.GotoAsync(new Uri(floor.Origin, "/machines/101"));
        await page.SeeAsync(".column");
        await axe.CheckAsync(page);
    }

    [Theory]
    [InlineData(429, "ratelimited")]
    [InlineData(401, "keyrejected")]
    public async Task OnPagesThatTheApiRefuses(int status, string problem)
    {
        Chromium.Require();
        var axe = Axe.Require(packages);
        using var fault = floor.BreakAll(status, retryAfter: 60);
        await using var page = await ShopFloorPage.OpenAsync(chromium, floor.Origin);
        // The board and the charts both say so.
        await page.SeeAsync($".production .problem-{problem}");
        Assert.Equal(2, await page.CountAsync($".problem-{problem}"));
        await page.SeeAsync(".link-lost");
        await axe.CheckAsync(page);
    }

    [Fact]
    public async Task OnAPageThatHasLostItsServer()
    {
        Chromium.Require();
        var axe = Axe.Require(packages);
        await using var page = await ShopFloorPage.OpenAsync(chromium, floor.Origin, before: PassSocketsOnAsync);
        await page.SeeAsync(".column");
        await page.Browser.RouteAsync("**/_blazor/negotiate**", route => route.AbortAsync());
        await Assert.Single(_sockets).CloseAsync();
        await page.SeeAsync("#components-reconnect-modal .when-trying");
        await axe.CheckAsync(page);
        // Blazor tries for minutes before it sets the class that says that it has given up.
        await page.Browser.EvaluateAsync("document.getElementById('components-reconnect-modal').className = 'components-reconnect-failed'");
        await page.SeeAsync("#components-reconnect-modal .when-over");
        await axe.CheckAsync(page);
        await page.Browser.ClickAsync("[data-reload]");
        await page.GoneAsync("#components-reconnect-modal[class]");
    }

    private readonly List<IWebSocketRoute> _sockets = [];

    private Task PassSocketsOnAsync(IPage page) => page.RouteWebSocketAsync("**/_blazor**", socket =>
    {
        socket.ConnectToServer();
        _sockets.Add(socket);
    });
}
