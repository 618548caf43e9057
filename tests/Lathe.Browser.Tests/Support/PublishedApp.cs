using System.Diagnostics;
using Lathe.Interop.Tests.Support;

[assembly: AssemblyFixture(typeof(Lathe.Browser.Tests.Support.PublishedApp))]

namespace Lathe.Browser.Tests.Support;

/// <summary>The app of <c>tests/Lathe.Browser.App</c>, published for browsers as a user would, trimmed. What is up to date is not built
/// again.</summary>
public sealed class PublishedApp : IAsyncLifetime
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(10);

    /// <summary>Gets the folder with <c>index.html</c>.</summary>
    public static string Folder { get; } = Path.Combine(ForeignServers.Metadata("AppSite"), "wwwroot");

    /// <summary>Gets where the build keeps what it makes on the way.</summary>
    public static string Intermediate { get; } = Path.Combine(ForeignServers.Metadata("App"), "obj", ForeignServers.Metadata("Configuration"));

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Executable is null)
            return;
        // The references are restored and built with the tests; to do it here too would disturb others that run now.
        var start = new ProcessStartInfo(
            "dotnet",
            [
                "publish", "-c", ForeignServers.Metadata("Configuration"), "-o", ForeignServers.Metadata("AppSite"), "-v", "q", "--nologo",
                "-p:BuildProjectReferences=false", "-p:RestoreRecursive=false", "-p:UseSharedCompilation=false",
            ])
        {
            WorkingDirectory = ForeignServers.Metadata("App"),
            RedirectStandardOutput = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsOfTheTestRun).ToArray())
            start.Environment.Remove(name);
        // A server that outlives the build would hold the test run open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(s_patience);
        var output = await process.StandardOutput.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        Assert.True(process.ExitCode == 0, output);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static bool IsOfTheTestRun(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name.StartsWith("TESTINGPLATFORM", StringComparison.OrdinalIgnoreCase);
}
