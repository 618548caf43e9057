namespace Lathe.Package.Tests;

/// <summary>Configurations that lie above C# projects, and files that they name elsewhere.</summary>
public sealed class LayoutTests(PackageFixture package)
{
    private const string Properties =
        "<TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><WarningsAsErrors>nullable</WarningsAsErrors>";
    private const string Reference = """<PackageReference Include="Lathe" Version="$(LatheVersion)" />""";

    // What the client adds to the server's schema: a code is there, and a directive of the client's own.
    private const string Extensions = "directive @audit on FIELD\nextend type Plant @semanticNonNullField(name: \"serial\")\n";

    [Fact]
    public async Task OneConfigurationServesManyProjects()
    {
        var root = Path.Combine(package.Root, "layout");
        var plant = Project(
            root, "Plant", "", "public static class Use { public static Shop.IPlantClient? Client; public static Shop.PlantQuery.Data? Data; }")
            .Write("Queries/Plant.graphql", "query Plant { plant { ...Card code: serial @audit } }")
            .Write("Code.cs", "public static class Code { public static int Length(Shop.PlantQuery.Plant plant) => plant.Code.Length; }");
        // Nothing of its own but the name of the project that it takes.
        var named = Project(
            root,
            "Named",
            "<LatheProject>plant</LatheProject>",
            "public static class Use { public static Shop.PlantQuery.Data? Data; public static Shop.ICard? Card; }",
            """<ProjectReference Include="../Plant/Plant.csproj" Aliases="plant" />""");
        // A configuration of others, and a reference by way of another project: both are left alone.
        var silent = Project(root, "Silent", "", "public static class Use;", """<ProjectReference Include="../Named/Named.csproj" />""")
            .Write("one.graphql", Consumer.Schema).Write("two.graphql", Consumer.Schema).Write("broken.gql", "query {");
        plant.Write("../.graphqlrc.json", """
            { "projects": {
                "plant": { "schema": "schema/plant.graphql", "documents": ["Plant/**/*.graphql", "shared/*.graphql"],
                  "extensions": { "lathe": { "schemaExtensions": ["schema/plant.client.graphql"] } } },
                "web": { "schema": "https://web.example/graphql", "documents": "web/**/*.graphql" } } }
            """)
            .Write("../schema/plant.graphql", "type Query { plant: Plant } type Plant { name: String serial: String }")
            .Write("../schema/plant.client.graphql", Extensions)
            .Write("../shared/Card.graphql", "fragment Card on Plant { name }");

        var built = (await silent.Build()).RequireSuccess();
        Assert.DoesNotContain("GQL", built.Output, StringComparison.Ordinal);

        // Edits of what lies elsewhere are seen: of the fragment, of the configuration.
        plant.Write("../shared/Card.graphql", "fragment Card on Plant { serial }")
            .Write("Use.cs", "public static class Use { public static string? Serial(Shop.ICard card) => card.Serial; }");
        (await plant.Build("--no-restore")).RequireSuccess();
        plant.Write("../shared/Card.graphql", "fragment Card on Plant { nmae }");
        Assert.Contains(
            (await plant.Build("--no-restore")).Errors,
            error => error.StartsWith(Path.Combine(root, "shared/Card.graphql") + "(1,26): error GQL1004: ", StringComparison.Ordinal));

        // So are edits of what the client adds.
        plant.Write("../shared/Card.graphql", "fragment Card on Plant { serial }")
            .Write("../schema/plant.client.graphql", Extensions.Replace("audit", "trace", StringComparison.Ordinal));
        Assert.Contains(
            (await plant.Build("--no-restore")).Errors, error => error.Contains("Unknown directive \"@audit\"", StringComparison.Ordinal));

        var watched = (await Command.DotNet(
            plant.Folder, "msbuild", "-t:FindConfiguredGraphQLFiles", "-getItem:Watch,UpToDateCheckInput")).RequireSuccess();
        Assert.Equal(2, watched.Output.Split("shared/Card.graphql\"").Length / 2);
        Assert.Contains(".graphqlrc.json", watched.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(named.Project));
    }

    private static Consumer Project(string root, string name, string properties, string use, string reference = Reference) =>
        new Consumer(root, name).WriteProject(Properties + properties, reference: reference).Write("Use.cs", use);
}
