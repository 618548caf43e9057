namespace Lathe.Tool.Tests.Commands;

/// <summary>Commands in a folder without a configuration take what a build takes: the one schema and all documents.</summary>
public sealed class WithoutConfigurationTests
{
    private const string Schema = "type Query { name: String old: String @deprecated(reason: \"x\") }";

    [Fact]
    public async Task TheOneSchemaAndAllDocumentsAreTaken()
    {
        using var run = new ToolRun(
            ("s[1].graphql", Schema), ("Q/a.graphql", "query A { name nope }"), ("more.graphql", "extend type Query { more: Int }"));
        Assert.Equal(1, await run.RunAsync("validate"));
        Assert.StartsWith("Q/a.graphql(1,16): error GQL1004: Cannot query field \"nope\"", run.Output, StringComparison.Ordinal);

        run.Write("Q/a.graphql", "query A { name more old }");
        Assert.Equal(0, await run.RunAsync("validate"));
        Assert.Equal(0, await run.RunAsync("operations", "list"));
        Assert.Contains("A", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, await run.RunAsync("operations", "check"));
        Assert.Contains("GQL2001", run.Output, StringComparison.Ordinal);
        run.Write("new.txt", "type Query { old: String more: Int }");
        Assert.Equal(1, await run.RunAsync("schema", "check", "--against", "new.txt"));
        Assert.Contains("Query.name", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("schema.graphql", "../new.graphqls")]
    [InlineData("../old.graphqls", "schema.graphql")]
    [InlineData("schema.graphql", "new/new.graphql")]
    [InlineData("../old.graphqls", "../new.graphqls")]
    public async Task DiffLooksChangesUpInTheDocumentsOfTheFolder(string old, string @new)
    {
        using var run = new ToolRun(
            ("old.graphqls", Schema),
            ("new.graphqls", "type Query { name: String }"),
            ("p/schema.graphql", @new == "schema.graphql" ? "type Query { name: String }" : Schema),
            ("p/q.graphql", "query Mine { name }"));
        if (@new == "new/new.graphql")
            run.Write("p/new/new.graphql", "type Query { name: String }");
        Assert.True(await run.RunInAsync("p", ["schema", "diff", old, @new]) == 0, run.Output + run.Error);
        Assert.Contains("Query.old", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DiffDoesNotGuessWhoseTheDocumentsAre()
    {
        using var run = new ToolRun(
            ("old.graphqls", Schema),
            ("new.graphqls", "type Query { name: String }"),
            ("a.graphql", Schema),
            ("q.graphql", "query Mine { name }"));
        Assert.Equal(1, await run.RunAsync("schema", "diff", "old.graphqls", "new.graphqls"));
    }

    [Fact]
    public async Task TwoSchemasAreNotGuessedAt()
    {
        using var run = new ToolRun(("a/s.graphql", Schema), ("b/s.graphql", Schema), ("q.graphql", "query A { name }"));
        Assert.Contains(
            "error GQL0008: 'a/s.graphql', 'b/s.graphql' all hold a schema.", await run.FailAsync("validate"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DocumentsWithoutASchemaAreAMistake()
    {
        using var run = new ToolRun(("q.graphql", "query A { name }"), ("schema.json", """{"data":{"__schema":{}}}"""));
        Assert.Contains(
            "error GQL0004: No file of this build is a schema. Add one as .graphql, for example with: lathe schema download. "
                + "One in JSON counts when .graphqlrc.json names it: { \"schema\": \"schema.json\" }",
            await run.FailAsync("validate"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFolderWithoutFilesSaysSo()
    {
        using var run = new ToolRun();
        Assert.Contains("There is no .graphqlrc.json", await run.FailAsync("validate"), StringComparison.Ordinal);
    }
}
