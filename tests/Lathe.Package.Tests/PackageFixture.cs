using System.Globalization;
using Lathe.TestSupport;

[assembly: AssemblyFixture(typeof(Lathe.Package.Tests.PackageFixture))]

namespace Lathe.Package.Tests;

/// <summary>The packed packages in a feed of their own, and a folder for projects that use them: with a space and letters beyond ASCII.</summary>
public sealed class PackageFixture : IAsyncLifetime
{
    private static readonly string[] s_packages = ["Lathe", "Lathe.Resilience", "Lathe.Testing", "Lathe.Testing.Server"];

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
        File.WriteAllText(
            Path.Combine(Root, "Directory.Build.props"),
            $"<Project><PropertyGroup><LatheVersion>{_version}</LatheVersion><NoWarn>NU1603</NoWarn><UseAppHost>false</UseAppHost>"
                + "</PropertyGroup></Project>");
        foreach (var project in s_packages)
        {
            var pack = await Command.DotNet(
                SharedFolder.RepositoryRoot, "pack", "src/"
                    + project, "-c", "Release", "-o", Feed, $"-p:PackageVersion={_version}", "-p:UseSharedCompilation=false", "-v", "q");
            pack.RequireSuccess();
        }
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Root, recursive: true);
        foreach (var project in s_packages)
        {
            var cached = Path.Combine(CacheFolder, project.ToLowerInvariant(), _version);
            if (Directory.Exists(cached))
                Directory.Delete(cached, recursive: true);
        }

        return ValueTask.CompletedTask;
    }

    public static string CacheFolder => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
