namespace Lathe.Package.Tests;

/// <summary>What a build says of a mistake, and that edits of <c>.graphql</c> files alone rebuild.</summary>
public sealed class RebuildTests(PackageFixture package)
{
    [Fact]
    public async Task MistakesAndEditsAreSeenByTheNextBuild()
    {
        var project = new Consumer(package.Root, "Edited")
            .WriteProject("<OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable>")
            .WriteShop().Write("Program.cs", Consumer.Program);
        (await project.Build()).RequireSuccess();

        // The program uses Name, which is not there while the query is wrong: the build still reports the cause alone.
        project.Write("Queries/Machines.graphql", Consumer.Query.Replace("name", "nmae", StringComparison.Ordinal));
        var failed = await project.Build("--no-restore");
        Assert.Equal(1, failed.ExitCode);
        var error = Assert.Single(failed.Errors);
        Assert.StartsWith(
            Path.Combine(project.Folder, "Queries/Machines.graphql")
                + "(2,32): error GQL1004: Cannot query field \"nmae\" on type \"Machine\". Did you mean \"name\"?",
            error,
            StringComparison.Ordinal);

        project.Write("Queries/Machines.graphql", Consumer.Query.Replace("name", "name serial", StringComparison.Ordinal));
        project.Write("Program.cs", Consumer.Program.Replace(".Name ?? \"\"", ".Serial", StringComparison.Ordinal));
        (await project.Build("--no-restore")).RequireSuccess();
        (await project.Build("--no-restore", "--no-incremental")).RequireSuccess();

        // The program did not change: an older output would still compile.
        project.Write("Queries/Machines.graphql", Consumer.Query);
        Assert.Contains("CS1061", Assert.Single((await project.Build("--no-restore")).Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddedAndRemovedFilesAreSeenByTheNextBuild()
    {
        const string Serials = "query Serials { machines { serial } }";
        var program = Consumer.Program.Replace("MachinesAsync(limit: 1)", "SerialsAsync()", StringComparison.Ordinal)
            .Replace(".Name ?? \"\"", ".Serial", StringComparison.Ordinal);
        var project = new Consumer(package.Root, "Grown")
            .WriteProject("<OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable>")
            .WriteShop().Write("Program.cs", Consumer.Program);
        (await project.Build()).RequireSuccess();

        project.Write("Queries/Serials.graphql", Serials).Write("Program.cs", program);
        (await project.Build("--no-restore")).RequireSuccess();

        // Nothing of the file stays behind: there is no generated file on disk that could.
        File.Delete(Path.Combine(project.Folder, "Queries/Serials.graphql"));
        Assert.Contains("CS1061", Assert.Single((await project.Build("--no-restore")).Errors), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(project.Folder, "*.g.cs", SearchOption.AllDirectories));

        // The configuration is an input too.
        project.Write("Program.cs", Consumer.Program.Replace("ShopClient", "PlantClient", StringComparison.Ordinal))
            .Write(".graphqlrc.json", """{ "schema": "shop.graphql", "extensions": { "lathe": { "client": "PlantClient" } } }""");
        (await project.Build("--no-restore")).RequireSuccess();
    }
}
