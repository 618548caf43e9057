using Lathe.Browser.Tests.Support;
using Lathe.Interop.Tests.Support;
using Microsoft.Playwright;

namespace Lathe.Browser.Tests.ShopFloor;

/// <summary>Draws the pictures of the documentation, when <c>LATHE_SCREENSHOTS</c> says so.</summary>
[Collection(ShopFloorPages.Name)]
public sealed class ScreenshotTests(Chromium chromium)
{
    private const int MostBytes = 300_000;

    [Theory]
    [InlineData("light", ColorScheme.Light, "")]
    [InlineData("dark", ColorScheme.Dark, "")]
    [InlineData("machine", ColorScheme.Light, "machines/202")]
    public async Task PicturesAreDrawn(string name, ColorScheme scheme, string address)
    {
        Chromium.Require();
        Assert.SkipUnless(Environment.GetEnvironmentVariable("LATHE_SCREENSHOTS") == "1", "Pictures are drawn with LATHE_SCREENSHOTS=1.");
        await using var app = await ServerApp.StartAsync("ShopFloor", []);
        await using var page = await ShopFloorPage.OpenAsync(chromium, new Uri(app.Origin, address), scheme);
        await page.SeeAsync(".link-live");
        await page.SeeAsync(".column");
        var picture = await page.Browser.ScreenshotAsync(new() { FullPage = true, Animations = ScreenshotAnimations.Disabled });
        Assert.InRange(picture.Length, 10_000, MostBytes);
        var folder = Directory.CreateDirectory(ForeignServers.Metadata("Images"));
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, $"shopfloor-{name}.png"), picture, TestContext.Current.CancellationToken);
    }
}
