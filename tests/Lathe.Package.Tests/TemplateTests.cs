namespace Lathe.Package.Tests;

/// <summary>What <c>dotnet new</c> makes of the packed templates builds without a warning, and its tests pass.</summary>
public sealed class TemplateTests(PackageFixture package)
{
    private static readonly string[] s_templates = ["lathe-console", "lathe-worker", "lathe-web"];

    private const string All = """
        <Project DefaultTargets="Build">
          <ItemGroup><Made Include="*/*.Tests/*.csproj" /></ItemGroup>
          <Target Name="Restore"><MSBuild Projects="@(Made)" Targets="Restore" /></Target>
          <Target Name="Build"><MSBuild Projects="@(Made)" Targets="Build" /></Target>
        </Project>
        """;

    [Fact]
    public async Task EachTemplateMakesProjectsThatBuildAndTestsThatPass()
    {
        var made = new Consumer(package.Root, "Made").Write("All.proj", All);
        var hive = Path.Combine(package.Root, "hive");
        (await Command.DotNet(made.Folder, "new", "install", Path.Combine(package.Feed, $"Lathe.Templates.{package.Version}.nupkg"),
            "--debug:custom-hive", hive))
            .RequireSuccess();
        foreach (var template in s_templates)
        {
            (await Command.DotNet(
                made.Folder, "new", template, "-n", "Plant.Shop", "-o", template, "--endpoint", "https://plant.example.org/graphql",
                    "--debug:custom-hive", hive))
                .RequireSuccess();
            Assert.Contains("https://plant.example.org/graphql", File.ReadAllText(Path.Combine(made.Folder, template, "Plant.Shop/.graphqlrc.json")));
        }

        (await Command.DotNet(made.Folder, "build", "All.proj", "-restore", "-v", "q", "-warnaserror", "-p:UseSharedCompilation=false"))
            .RequireSuccess();
        foreach (var template in s_templates)
        {
            var run = await Command.DotNet(Path.Combine(made.Folder, template), "Plant.Shop.Tests/bin/Debug/net10.0/Plant.Shop.Tests.dll");
            Assert.Contains("failed: 0", run.RequireSuccess().Output, StringComparison.OrdinalIgnoreCase);
        }
    }
}
