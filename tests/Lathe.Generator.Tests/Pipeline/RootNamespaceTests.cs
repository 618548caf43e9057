namespace Lathe.Generator.Tests.Pipeline;

/// <summary>The root namespace is by default the name of the project file, which need not be a name in C#.</summary>
public sealed class RootNamespaceTests
{
    private const string Schema = "type Query { machines: [Int] }";
    private const string Document = "query Machines { machines }";

    [Theory]
    [InlineData("Plant.Shop", "Plant.Shop")]
    [InlineData("my-app", "my_app")]
    [InlineData("3-d my+app.é", "_3_d_my_app.é")]
    [InlineData("Plant..class.2nd.", "Plant.@class._2nd")]
    [InlineData("a;b#c", "a_b_c")]
    [InlineData("-", "_")]
    [InlineData(".", "GraphQL")]
    [InlineData("", "GraphQL")]
    public void NamespaceOfACompiledClient(string rootNamespace, string expected)
    {
        var outcome = Run(rootNamespace, ("/p/shop.graphql", Schema));

        Assert.Equal($"namespace {expected};", NamespaceOf(outcome, "ShopClient.g.cs"));
    }

    [Fact]
    public void EachOfSeveralClientsHasOneBelowIt()
    {
        const string Configuration = """{ "projects": { "shop": { "schema": "shop.graphql", "documents": "q.graphql" }, "crm": { "schema": "shop.graphql", "documents": "q.graphql" } } }""";
        var outcome = Run("my-app", ("/p/shop.graphql", Schema), ("/p/.graphqlrc.json", Configuration));

        Assert.Equal("namespace my_app.Shop;", NamespaceOf(outcome, "ShopClient.g.cs"));
        Assert.Equal("namespace my_app.Crm;", NamespaceOf(outcome, "CrmClient.g.cs"));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void AFileBasedAppSeesItWithoutAUsing(string fileBased, bool isImported)
    {
        var project = new GeneratorHarness();
        project.SetGlobalOption("build_property.FileBasedProgram", fileBased);
        project.Set("/p/shop.graphql", Schema);
        project.Set("/p/q.graphql", Document);

        var outcome = project.Run();

        Assert.Empty(outcome.CompilationErrors());
        Assert.Equal(
            isImported ? ["App.ShopClient.g.cs"] : [],
            outcome.Files.Where(name => outcome.Source(name).Contains("global using global::App;", StringComparison.Ordinal)));
    }

    private static RunOutcome Run(string rootNamespace, params (string Path, string Text)[] files)
    {
        var project = new GeneratorHarness();
        project.SetRootNamespace(rootNamespace);
        project.Set("/p/q.graphql", Document);
        foreach (var (path, text) in files)
            project.Set(path, text);
        var outcome = project.Run();
        Assert.Empty(outcome.Diagnostics);
        Assert.Empty(outcome.CompilationErrors());
        return outcome;
    }

    private static string NamespaceOf(RunOutcome outcome, string file) =>
        outcome.Source(outcome.Files.Single(name => name.EndsWith(file, StringComparison.Ordinal)))
            .Split('\n')
            .Single(line => line.StartsWith("namespace ", StringComparison.Ordinal));
}
