namespace Lathe.Tool.Tests.Commands;

/// <summary>What a client adds to the schema is its own: validated, and neither compared nor sent.</summary>
public sealed class SchemaExtensionTests
{
    private const string Schema = "type Query { name: String }";

    [Fact]
    public async Task CommandsThatCompareLeaveItOut()
    {
        using var run = Project();
        Assert.Equal(0, await run.RunAsync("validate"));
        Assert.Equal(0, await run.RunAsync("schema", "check", "--against", "server.txt"));
        Assert.DoesNotContain("audit", run.Output, StringComparison.Ordinal);
        run.Write("server.txt", Schema.Replace("name", "title", StringComparison.Ordinal));
        Assert.Equal(1, await run.RunAsync("schema", "check", "--against", "server.txt", "--accept"));
        Assert.Contains("title", run.Read("schema.graphql"), StringComparison.Ordinal);
        Assert.DoesNotContain("audit", run.Read("schema.graphql"), StringComparison.Ordinal);
        Assert.Contains("@audit", run.Read("client.graphql"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ManifestsHoldWhatIsSent()
    {
        using var run = Project();
        Assert.Equal(0, await run.RunAsync("operations", "manifest", "--kind", "relay"));
        Assert.Contains("query A{name}", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFieldOfItsOwnIsAnError()
    {
        using var run = Project();
        run.Write("q.graphql", "query A { local }");
        Assert.Equal(1, await run.RunAsync("validate"));
        Assert.StartsWith("q.graphql(1,11): error GQL0022: Field \"Query.local\"", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileThatIsNotThereIsAMistake()
    {
        using var run = Project();
        File.Delete(Path.Combine(run.Folder, "client.graphql"));
        Assert.Equal(1, await run.RunAsync("validate"));
        Assert.Contains(".graphqlrc.json(1,71): error GQL0005: The schema 'client.graphql' is not among", run.Output, StringComparison.Ordinal);
    }

    private static ToolRun Project() => new(
        (".graphqlrc.json", """{"schema":"schema.graphql","extensions":{"lathe":{"schemaExtensions":["client.graphql"]}}}"""),
        ("schema.graphql", Schema),
        ("server.txt", Schema),
        ("client.graphql", "directive @audit on FIELD extend type Query { local: Int }"),
        ("q.graphql", "query A { name @audit }"));
}
