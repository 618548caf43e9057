using System.Globalization;
using Lathe.TestSupport;

[assembly: AssemblyFixture(typeof(Lathe.Package.Tests.PackageFixture))]

namespace Lathe.Package.Tests;

/// <summary>The packed package in a feed of its own, and a folder for projects that use it: with a space and letters beyond ASCII.</summary>
public sealed class PackageFixture : IAsyncLifetime
{
    // A version of its own keeps the machine's package cache from handing out an older pack.
    private readonly string _version = "0.1.0-test." + DateTime.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture);

    public string Version => _version;

    public string Root { get; } = Path.Combine(Path.GetTempPath(), "Lathe prøve " + Guid.NewGuid().ToString("N")[..8]);

    public string Feed => Path.Combine(Root, "feed");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Feed);
        File.WriteAllText(Path.Combine(Root, "nuget.config"), """<configuration><packageSources><add key="lathe-test" value="feed" /></packageSources></configuration>""");
        // An empty file of each kind stops the search that MSBuild makes up the tree.
        File.WriteAllText(Path.Combine(Root, "Directory.Build.props"), $"<Project><PropertyGroup><LatheVersion>{_version}</LatheVersion><NoWarn>NU1603</NoWarn><UseAppHost>false</UseAppHost></PropertyGroup></Project>");
        var pack = await Command.DotNet(
            SharedFolder.RepositoryRoot, "pack", "src/Lathe", "-c", "Release", "-o", Feed, $"-p:PackageVersion={_version}", "-p:UseSharedCompilation=false", "-v", "q");
        pack.RequireSuccess();
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Root, recursive: true);
        var cached = Path.Combine(CacheFolder, "lathe", _version);
        if (Directory.Exists(cached))
            Directory.Delete(cached, recursive: true);
        return ValueTask.CompletedTask;
    }

    public static string CacheFolder => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
