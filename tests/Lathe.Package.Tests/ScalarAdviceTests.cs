namespace Lathe.Package.Tests;

/// <summary>Scalars without a .NET type as the command line shows them.</summary>
public sealed class ScalarAdviceTests(PackageFixture package)
{
    private const string Line = "Queries/A.graphql(1,11): warning GQL2013: 2 scalars have no .NET type, so they are JsonElements: Money, FileUpload. "
        + "Map them in .graphqlrc.json: \"scalars\": { \"Money\": \"string\", \"FileUpload\": \"Lathe.GraphQLFile\" }";

    [Fact]
    public async Task ABuildShowsOneLineAProjectAndStaysABuildWhereWarningsAreErrors()
    {
        var project = new Consumer(package.Root, "ScalarAdvice")
            .WriteProject("<TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><TreatWarningsAsErrors>true</TreatWarningsAsErrors>")
            .Write(
                "shop.graphql",
                "type Query { price: Money send(file: Upload, other: FileUpload): Money }\nscalar Money\nscalar Upload\nscalar FileUpload\n")
            .Write("Queries/A.graphql", "query A { price }\nquery AA { again: price }\n")
            .Write("Queries/B.graphql", "query B($file: Upload, $other: FileUpload) { send(file: $file, other: $other) }\n");
        (await project.Build("-t:Restore")).RequireSuccess();

        Assert.Contains(Line, Assert.Single(Told(await Build(project))), StringComparison.Ordinal);
        Assert.Contains(Line, Assert.Single(Told(await Build(project, "-warnaserror"))), StringComparison.Ordinal);

        var asked = await project.Build("--no-restore", "--no-incremental", "-p:WarningsAsErrors=GQL2013");
        Assert.NotEqual(0, asked.ExitCode);
        Assert.Contains("error GQL2013", Assert.Single(asked.Errors), StringComparison.Ordinal);

        project.Write(".graphqlrc.json", """
            {
              "schema": "shop.graphql",
              "extensions": { "lathe": { "client": "ShopClient", "scalars": { "Money": "decimal", "FileUpload": "System.Text.Json.JsonElement" } } }
            }
            """);
        Assert.Empty(Told(await Build(project)));
    }

    private static async Task<string> Build(Consumer project, params string[] arguments) =>
        (await Command.DotNet(project.Folder, ["build", "-v", "m", "--no-restore", "--no-incremental", .. arguments])).RequireSuccess().Output;

    // Behind the build's outcome stands a summary, which repeats all.
    private static string[] Told(string output) =>
    [
        .. output[..output.IndexOf("\nBuild ", StringComparison.Ordinal)].Split('\n')
            .Where(line => line.Contains("GQL2013", StringComparison.Ordinal)),
    ];
}
