using Lathe.Interop.Tests.Support;
using Microsoft.Playwright;

namespace Lathe.Browser.Tests.ShopFloor;

/// <summary>axe-core, run within a page.</summary>
/// <param name="script">Where its script is.</param>
internal sealed class Axe(string script)
{
    private const string Run = """
        async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))
          .violations.map(fault => `${fault.id}: ${fault.nodes.map(node => node.html + ' ' + node.failureSummary).join(' | ')}`)
        """;

    /// <summary>Finds it among the packages from npm, or skips the test.</summary>
    public static Axe Require(ForeignServers packages)
    {
        var script = Path.Combine(packages.Folder, "node_modules", "axe-core", "axe.min.js");
        Assert.SkipUnless(packages.Folder.Length > 0 && File.Exists(script), "axe-core is not installed: there is no node, or no registry.");
        return new Axe(script);
    }

    /// <summary>Fails for each fault of the page as it is now, in light and in dark colours.</summary>
    public async Task CheckAsync(ShopFloorPage page)
    {
        // It stays while the document does.
        if (await page.Browser.EvaluateAsync<bool>("!window.axe"))
            await page.Browser.AddScriptTagAsync(new() { Path = script });
        foreach (var scheme in (ColorScheme[])[ColorScheme.Dark, ColorScheme.Light])
        {
            await page.Browser.EmulateMediaAsync(new() { ColorScheme = scheme });
            Assert.Empty(await page.Browser.EvaluateAsync<string[]>(Run));
        }
    }
}
