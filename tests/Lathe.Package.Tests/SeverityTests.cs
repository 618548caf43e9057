namespace Lathe.Package.Tests;

/// <summary>Severities as the compiler applies them, which the generator alone does not show.</summary>
public sealed class SeverityTests(PackageFixture package)
{
    private const string Deprecated =
        "type Query { machines(limit: Int): [Machine!]! }\ntype Machine { id: ID! name: String @deprecated(reason: \"Use id.\") }\n";
    private const string Id = "GQL2001";

    [Fact]
    public async Task AdviceFollowsConfigurationFilesAndIsReportedOnce()
    {
        var project = new Consumer(package.Root, "Severities")
            .WriteProject("<OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable>")
            .WriteShop().Write("shop.graphql", Deprecated).Write("Program.cs", "public static class Program { public static void Main() { } }");
        (await project.Build("-t:Restore")).RequireSuccess();

        Assert.Contains("Queries/Machines.graphql(2,32): warning GQL2001", Assert.Single(await Reported(project)), StringComparison.Ordinal);

        project.Write(".globalconfig", "is_global = true\ndotnet_diagnostic.GQL2001.severity = error\n");
        Assert.Contains("(2,32): error GQL2001", Assert.Single(await Reported(project)), StringComparison.Ordinal);

        project.Write(".globalconfig", "is_global = true\ndotnet_diagnostic.GQL2001.severity = none\n");
        Assert.Empty(await Reported(project));

        File.Delete(Path.Combine(project.Folder, ".globalconfig"));
        project.Write(".editorconfig", "root = true\n[Queries/*.graphql]\nlathe_diagnostic.GQL2001.severity = none\n");
        Assert.Empty(await Reported(project));

        // The folder holds no C# file, from which the compiler's targets begin to search.
        project.Write("Queries/.editorconfig", "[*.graphql]\nlathe_diagnostic.GQL2001.severity = error\n");
        Assert.Contains("(2,32): error GQL2001", Assert.Single(await Reported(project)), StringComparison.Ordinal);

        // As an editor builds: the analyzer reports, and the generator is silent.
        Assert.Contains("(2,32): error GQL2001", Assert.Single(await Reported(project, "-p:DesignTimeBuild=true")), StringComparison.Ordinal);
        Assert.Empty(await Reported(project, "-p:DesignTimeBuild=true", "-p:RunAnalyzers=false"));
    }

    // Behind the build's outcome stands a summary, which repeats all.
    private static async Task<string[]> Reported(Consumer project, params string[] arguments)
    {
        var output = (await project.Build(["--no-restore", "--no-incremental", .. arguments])).Output;
        return [
            .. output[..output.IndexOf("\nBuild ", StringComparison.Ordinal)].Split('\n').Where(line => line.Contains(Id, StringComparison.Ordinal)),
        ];
    }
}
