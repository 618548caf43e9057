using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Lathe.TestSupport;

[assembly: AssemblyFixture(typeof(Lathe.Package.Tests.PackageFixture))]

namespace Lathe.Package.Tests;

/// <summary>The packed packages in a feed of their own, and a folder for projects that use them: with a space and letters beyond ASCII.</summary>
public sealed class PackageFixture : IAsyncLifetime
{
    private static readonly string[] s_packages = ["Lathe", "Lathe.Resilience", "Lathe.Templates", "Lathe.Testing", "Lathe.Testing.Server",
        "Lathe.Tool"];

    // A version of its own, and none that is called a preview, which commands take only when they are told: it
    // keeps the machine's package cache from handing out an older pack.
    private readonly string _version = "0.1." + DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

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
        await PackAsync();
        await ZipFile.ExtractToDirectoryAsync(Path.Combine(Feed, $"Lathe.Tool.{_version}.nupkg"), Path.Combine(Root, "tool"));
    }

    // Of one solution, so that what they share is built once.
    private async Task PackAsync()
    {
        var solution = JsonSerializer.Serialize(new
        {
            solution = new
            {
                path = Path.Combine(SharedFolder.RepositoryRoot, "Generator.sln"),
                projects = s_packages.Select(name => $"src/{name}/{name}.csproj"),
            },
        });
        var filter = Path.Combine(Root, "Packages.slnf");
        await File.WriteAllTextAsync(filter, solution);
        (await Command.DotNet(
            SharedFolder.RepositoryRoot,
            "pack",
            filter,
            "-c",
            "Release",
            "-v",
            "q",
            $"-p:PackageOutputPath={Feed}",
            $"-p:Version={_version}",
            // The build before the tests has run them.
            "-p:RunAnalyzers=false",
            "-p:AssemblyVersion=0.1.0.0",
            "-p:FileVersion=0.1.0.0")).RequireSuccess();
    }

    /// <summary>Runs the packed tool, as a command that is installed runs.</summary>
    internal Task<CommandOutcome> Tool(string folder, params string[] arguments) =>
        Command.DotNet(folder, [Path.Combine(ToolFolder, "Lathe.Tool.dll"), .. arguments]);

    /// <summary>Gets the folder with the files of the packed tool.</summary>
    public string ToolFolder => Path.Combine(Root, "tool", "tools", "net8.0", "any");

    public async ValueTask DisposeAsync()
    {
        await CompilerServer.StopAsync(Root);
        Directory.Delete(Root, recursive: true);
        foreach (var project in s_packages)
        {
            var cached = Path.Combine(CacheFolder, project.ToLowerInvariant(), _version);
            if (Directory.Exists(cached))
                Directory.Delete(cached, recursive: true);
        }
    }

    /// <summary>
    /// Gets variables for commands that a page has its reader type. Tools, templates and packages go into folders that end with the tests; all else
    /// comes from where the machine has it.
    /// </summary>
    /// <param name="home">The name of the folder for tools and templates.</param>
    internal (string Name, string Value)[] OwnFolders(string home) =>
    [
        ("NUGET_PACKAGES", Path.Combine(Root, "readme-packages")),
        ("NUGET_FALLBACK_PACKAGES", CacheFolder),
        ("DOTNET_CLI_HOME", Path.Combine(Root, home)),
    ];

    public static string CacheFolder => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
