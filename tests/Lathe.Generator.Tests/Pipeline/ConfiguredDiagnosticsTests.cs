namespace Lathe.Generator.Tests.Pipeline;

/// <summary>What configuration, comments and the editor's settings make of what is reported.</summary>
public sealed class ConfiguredDiagnosticsTests
{
    private const string Schema =
        "type Query { machines(limit: Int): [Machine!]! }\ntype Machine { id: ID! name: String old: String @deprecated(reason: \"Use name.\") }\n";

    [Theory]
    [InlineData("# lathe-disable-next-line GQL2012 -- small table\nquery A { machines { id } }", "")]
    [InlineData("query A { machines { id } } # lathe-disable-line GQL2012", "")]
    [InlineData("query A {\n  machines { id } }\n# lathe-disable-file GQL2010, GQL2012", "")]
    [InlineData("# lathe-disable-next-line GQL2010\nquery A { machines { id } }", "/p/q.graphql(2,11): warning GQL2012")]
    [InlineData("# lathe-disable-next-line GQL2012\nquery A {\n machines { id } }", "/p/q.graphql(3,2): warning GQL2012")]
    [InlineData("# lathe-disable-next-line\nquery A { machines(limit: 1) { id } }", "/p/q.graphql(1,1): warning GQL0012")]
    [InlineData("# lathe-disable all\nquery A { machines(limit: 1) { id } }", "/p/q.graphql(1,1): warning GQL0012")]
    [InlineData("# lathe-disable-next-line GQL1004\nquery A { machines(limit: 1) { x } }", "/p/q.graphql(2,32): error GQL1004")]
    public void AdviceIsSuppressedByCommentsThatNameIt(string document, string expected)
    {
        const string configuration = """{ "schema": "s.graphql", "extensions": { "lathe": { "limits": { "requireListLimit": true } } } }""";
        var diagnostics = Run(("/p/s.graphql", Schema), ("/p/.graphqlrc.json", configuration), ("/p/q.graphql", document));

        Assert.Equal(expected, string.Join('\n', diagnostics.Select(line => string.Join(':', line.Split(':')[..2]))));
    }

    [Fact]
    public void OperationsOverTheConfiguredLimits()
    {
        const string configuration = """{ "schema": "s.graphql", "extensions": { "lathe": { "limits": { "maxNodes": 1 } } } }""";

        Assert.Equal(
            ["/p/q.graphql(1,7): warning GQL2010: 'A' selects 2 nodes; this API denies more than 1. Split it into several operations."],
            Run(
                ("/p/s.graphql", Schema),
                ("/p/.graphqlrc.json", configuration),
                ("/p/q.graphql", "query A { a: machines { id } b: machines { id } }")));
    }

    [Fact]
    public void MistakesOfTheConfigurationHaveTheirPlace() =>
        Assert.Equal(
            ["/p/.graphqlrc.json(1,12): error GQL0005"],
            Run(("/p/.graphqlrc.json", "{\"schema\": \"x.graphql\"}"), ("/p/q.graphql", "query A { a }"))
                .Select(line => string.Join(':', line.Split(':')[..2])));

    [Theory]
    [InlineData("Mony", "/p/.graphqlrc.json(2,43): warning GQL0015: The schema has no scalar 'Mony'. Did you mean \"Money\"?")]
    [InlineData("money", "/p/.graphqlrc.json(2,43): warning GQL0015: The schema has no scalar 'money'. Did you mean \"Money\"?")]
    [InlineData(
        "Machine",
        "/p/.graphqlrc.json(2,43): warning GQL0015: 'Machine' is not a scalar, so it cannot have a .NET type here. Remove it.")]
    [InlineData("Money", null)]
    [InlineData("ID", null)]
    [InlineData("timestamptz", null)]
    public void ConfiguredScalarsAreThoseOfTheSchema(string name, string? expected)
    {
        var diagnostics = Run(
            ("/p/s.graphql", Schema + "scalar Money"),
            ("/p/.graphqlrc.json", $"{{ \"schema\": \"s.graphql\",\n  \"extensions\": {{ \"lathe\": {{ \"scalars\": {{ \"{name}\": \"string\" }} }} "
                + $"}} }}"),
            ("/p/q.graphql", "query A { machines { id } }"));

        Assert.Equal(expected, diagnostics.SingleOrDefault());
    }

    [Theory]
    [InlineData("/p/.graphqlrc.yml", true)]
    [InlineData("/p/graphql.config.js", true)]
    [InlineData("/p/other.yml", false)]
    public void ConfigurationInAnotherFormatIsToldOf(string path, bool isTold)
    {
        var diagnostics = Run(("/p/s.graphql", Schema), (path, "schema: s.graphql"), ("/p/q.graphql", "query A { machines { id } }"));

        Assert.Equal(isTold ? [path + "(1,1): warning GQL0014"] : [], diagnostics.Select(line => string.Join(':', line.Split(':')[..2])));
    }

    [Fact]
    public void ConfigurationInAnotherFormatMayStandBesideOurs() =>
        Assert.Empty(Run(
            ("/p/s.graphql", Schema), ("/p/.graphqlrc.yml", "schema: s.graphql"), ("/p/.graphqlrc.json", """{ "schema": "s.graphql" }"""), ("/p/q.graphql", "query A { machines { id } }")));

    [Theory]
    [InlineData("GQL0004", "query A { a }", "fragment F on T { a }")]
    [InlineData("GQL0008", "type Query { a: Int }", "schema { query: Q } type Q { a: Int }")]
    public void WithoutConfigurationThereMustBeOneSchema(string id, string first, string second) =>
        Assert.Contains(
            id, Assert.Single(Run(("/p/a.graphql", first), ("/p/b.graphql", second), ("/p/c.graphql", "query C { a }"))), StringComparison.Ordinal);

    [Theory]
    [InlineData("lathe_diagnostic.GQL2001.severity", "error", "error GQL2001")]
    [InlineData("lathe_diagnostic.gql2001.severity", "suggestion", "info GQL2001")]
    [InlineData("lathe_diagnostic.GQL2001.severity", "none", null)]
    [InlineData("lathe_diagnostic.GQL2005.severity", "none", "warning GQL2001")]
    [InlineData("lathe_diagnostic.GQL2001.severity", "loud", "warning GQL2001")]
    public void EditorConfigSetsTheSeverityOfAdvice(string key, string value, string? expected)
    {
        var project = new GeneratorHarness(("/p/s.graphql", Schema), ("/p/q.graphql", "query A { machines { old } }"));
        project.SetEditorConfig(key, value);

        Assert.Equal(expected, project.Run().Diagnostics.SingleOrDefault()?.Split(": ")[1]);
    }

    [Fact]
    public void EditorConfigDoesNotHideErrors()
    {
        var project = new GeneratorHarness(("/p/s.graphql", Schema), ("/p/q.graphql", "query A { machines { x } }"));
        project.SetEditorConfig("lathe_diagnostic.GQL1004.severity", "none");

        Assert.Contains("error GQL1004", Assert.Single(project.Run().Diagnostics), StringComparison.Ordinal);
    }

    [Fact]
    public void FilesOfOthersAreLeftAlone() =>
        Assert.Equal([], Run(("/p/settings.json", "not { json"), ("/p/readme.md", "# x"), ("/p/s.graphql", Schema)));

    private static string[] Run(params (string Path, string Text)[] files) => new GeneratorHarness(files).Run().Diagnostics;
}
