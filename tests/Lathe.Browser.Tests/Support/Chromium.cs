using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Lathe.Browser.Tests.Support.Chromium))]

namespace Lathe.Browser.Tests.Support;

/// <summary>The machine's own Chromium without a window. Without one, tests that open a page are skipped.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] s_names = ["chromium", "chromium-browser", "google-chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private IBrowserContext? _shared;

    /// <summary>Gets where the browser is; null where there is none.</summary>
    public static string? Executable { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => s_names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    /// <summary>Skips the test where there is no browser.</summary>
    public static void Require() => Assert.SkipWhen(Executable is null, "Chromium is not installed; it opens the pages.");

    public async ValueTask InitializeAsync()
    {
        if (Executable is null)
            return;
        _playwright = await Playwright.CreateAsync();
        // Chromium's sandbox does not start for root.
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = ["--no-sandbox", "--no-proxy-server"] });
    }

    /// <summary>Makes a page in a browser profile of its own.</summary>
    public async Task<Page> OpenAsync(Uri address)
    {
        var context = await NewContextAsync();
        var page = new Page(await context.NewPageAsync());
        await page.GotoAsync(address);
        return page;
    }

    /// <summary>Makes a browser profile.</summary>
    public async Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions? options = null)
    {
        var context = await _browser!.NewContextAsync(options);
        context.SetDefaultTimeout(60_000);
        return context;
    }

    /// <summary>Gets the browser profile of tests that run in turn and leave nothing behind: scripts are fetched and compiled once.</summary>
    public async Task<IBrowserContext> SharedContextAsync() => _shared ??= await NewContextAsync(new() { BypassCSP = true });

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
