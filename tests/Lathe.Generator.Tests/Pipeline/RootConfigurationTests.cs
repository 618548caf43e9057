namespace Lathe.Generator.Tests.Pipeline;

/// <summary>One configuration above several C# projects.</summary>
public sealed class RootConfigurationTests
{
    private const string Configuration = """
        {"projects":{
          "shop":{"schema":"shop.graphql","documents":"src/Shop/*.graphql"},
          "plant":{"schema":"https://plant.example/graphql","documents":["src/Plant/*.graphql","nothing/*.graphql"]}}}
        """;

    private const string Schema = "type Query { name: String }";

    [Fact]
    public void TheProjectOfTheFolderIsTheOnlyClient()
    {
        var outcome = Run("/r/src/Shop/", null, ("/r/src/Shop/q.graphql", "query First { name }"));

        Assert.Empty(outcome.Diagnostics);
        Assert.Contains("App.ShopClient.g.cs", outcome.Files);
        Assert.DoesNotContain(outcome.Files, file => file.Contains("Plant", StringComparison.Ordinal));
    }

    [Fact]
    public void ANamedProjectIsTakenWhereverItsFilesLie()
    {
        Assert.StartsWith("/r/.graphqlrc.json(3,21): error GQL0009", Run("/r/src/Shop/", "plant").Diagnostics[0], StringComparison.Ordinal);
        Assert.Contains("App.ShopClient.g.cs", Run("/r/src/Other/", "shop", ("/r/src/Shop/q.graphql", "query First { name }")).Files);
    }

    [Fact]
    public void AConfigurationOfOthersIsNoneOfThisProject()
    {
        var outcome = Run(
            "/r/src/Test/", null, ("/r/src/Test/own.graphql", Schema), ("/r/src/Test/q.graphql", "query Own { name }"));

        Assert.Empty(outcome.Diagnostics);
        Assert.Contains("App.OwnClient.g.cs", outcome.Files);
    }

    [Fact]
    public void SchemasThatNobodyChoseAreNamedByTheirPaths() => Assert.Contains(
        "'a/s.graphql', 'b/s.graphql' all hold a schema.",
        Assert.Single(Run(
            "/r/src/Test/",
            null,
            ("/r/src/Test/a/s.graphql", Schema),
            ("/r/src/Test/b/s.graphql", Schema),
            ("/r/src/Test/q.graphql", "query Q { name }")).Diagnostics),
        StringComparison.Ordinal);

    [Fact]
    public void AnUnknownNameIsAnErrorAndNothingIsMade()
    {
        var outcome = Run("/r/src/Shop/", "shp", ("/r/src/Shop/q.graphql", "query First { name }"));

        Assert.StartsWith("/r/.graphqlrc.json(1,1): error GQL0021: ", Assert.Single(outcome.Diagnostics), StringComparison.Ordinal);
        Assert.Empty(outcome.Files);
    }

    private static RunOutcome Run(string folder, string? names, params (string Path, string Text)[] files)
    {
        var project = new GeneratorHarness([("/r/.graphqlrc.json", Configuration), .. files]);
        if (!files.Any(file => file.Text == Schema))
            project.Set("/r/shop.graphql", Schema);
        project.SetFolder(folder, names);
        return project.Run();
    }
}
