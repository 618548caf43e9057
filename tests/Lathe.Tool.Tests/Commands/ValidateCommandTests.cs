using System.Text.Json;

namespace Lathe.Tool.Tests.Commands;

public sealed class ValidateCommandTests
{
    private const string Schema = "type Query { name: String! machine(id: ID!): Machine }\ntype Machine { ref: Int }\n";

    [Fact]
    public async Task ValidOperationsAreClean()
    {
        using var run = new ToolRun(
            ("s.graphql", Schema), ("Queries/a.graphql", "query A { ...F }"), ("Queries/sub/f.graphql", "fragment F on Query { name }"));
        Assert.Equal(0, await run.RunAsync("validate", "--schema", "s.graphql", "--documents", "Queries/**/*.graphql", "--format", "json"));
        Assert.Equal("""{"errors":[],"warnings":[],"operations":1,"fragments":1}""", JsonSerializer.Serialize(run.Json));
    }

    [Fact]
    public async Task ErrorsHaveCodeRuleMessageAndAllPlaces()
    {
        using var run = new ToolRun(("s.graphql", Schema), ("q.graphql", "query A {\n  nam\n}\nquery A { name }"));
        Assert.Equal(1, await run.RunAsync("validate", "--schema", "s.graphql", "--documents", "q.graphql", "--format", "json"));
        var errors = run.Json.GetProperty("errors").EnumerateArray().ToArray();
        var field = errors.Single(error => error.GetProperty("rule").GetString() == "FieldsOnCorrectType");
        Assert.Equal("GQL1004", field.GetProperty("code").GetString());
        Assert.Contains("Did you mean", field.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            ("q.graphql", 2, 3),
            (field.GetProperty("file").GetString(), field.GetProperty("line").GetInt32(), field.GetProperty("column").GetInt32()));
        var names = errors.Single(error => error.GetProperty("rule").GetString() == "UniqueOperationNames");
        Assert.Equal(
            [(1, 7), (4, 7)],
            names.GetProperty("locations").EnumerateArray().Select(
                place => (place.GetProperty("line").GetInt32(), place.GetProperty("column").GetInt32())));
        Assert.Equal(2, run.Json.GetProperty("operations").GetInt32());
    }

    [Fact]
    public async Task ASyntaxErrorInOneFileDoesNotHideErrorsInAnother()
    {
        using var run = new ToolRun(("s.graphql", Schema), ("a.gql", "query {"), ("b.gql", "query B { nope }"));
        Assert.Equal(1, await run.RunAsync("validate", "--schema", "s.graphql", "--documents", "*.gql"));
        Assert.Contains("a.gql(1,8): error GQL1001", run.Output, StringComparison.Ordinal);
        Assert.Contains("b.gql(1,11): error GQL1004", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUnusedFragmentFailsOnlyWhenStrict()
    {
        using var run = new ToolRun(("s.graphql", Schema), ("q.graphql", "query A { name } fragment F on Query { name }"));
        Assert.Equal(0, await run.RunAsync("validate", "-s", "s.graphql", "-d", "q.graphql"));
        Assert.Equal(1, await run.RunAsync("validate", "-s", "s.graphql", "-d", "q.graphql", "--strict"));
        Assert.Contains("NoUnusedFragments", await Rules(run, "--strict"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("type Query {\n  a: Missing\n}", "", "KnownTypeNames", 2, 6)]
    [InlineData("type Query { a: Int }\ntype Untouched {\n  a: }", "-d q.graphql", "Syntax", 3, 6)]
    public async Task AFaultOfTheSchemaIsReportedAtItsLine(string schema, string documents, string rule, int line, int column)
    {
        using var run = new ToolRun(("s.graphql", schema), ("q.graphql", "query A { a }"));
        var further = documents.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(1, await run.RunAsync(["validate", "--schema", "s.graphql", "--format", "json", .. further]));
        var error = Assert.Single(run.Json.GetProperty("errors").EnumerateArray());
        Assert.Equal(
            (rule, line, column),
            (error.GetProperty("rule").GetString(), error.GetProperty("line").GetInt32(), error.GetProperty("column").GetInt32()));
    }

    [Fact]
    public async Task SeveralSchemaFilesAreOneSchemaAndAreNoDocuments()
    {
        using var run = new ToolRun(("s.graphql", Schema), ("e.graphql", "extend type Query { more: Int }"), ("q.graphql", "query A { more }"));
        Assert.Equal(0, await run.RunAsync("validate", "--schema", "s.graphql", "--schema", "e.graphql", "--documents", "*.graphql"));
    }

    [Theory]
    [InlineData("**/*.graphql")]
    [InlineData(".")]
    public async Task OneGlobForSchemaAndDocumentsTellsThemApart(string pattern)
    {
        using var run = new ToolRun(("s.graphql", Schema), ("Queries/q.graphql", "query A { nope }"));
        Assert.Equal(1, await run.RunAsync("validate", "-s", pattern, "-d", pattern));
        Assert.Contains("Queries/q.graphql(1,11): error GQL1004", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 operation and 0 fragments checked", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OperationsInTheNamedSchemaAreErrors()
    {
        using var run = new ToolRun(("s.graphql", Schema + "query Lost { name }"), ("q.graphql", "query A { name }"));
        Assert.Equal(1, await run.RunAsync("validate", "-s", "s.graphql", "-d", "q.graphql"));
        Assert.StartsWith("s.graphql(3,7): error GQL0016: The operation 'Lost' stands in a schema file", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AProjectWithoutASchemaIsReportedBesideTheOthers()
    {
        using var run = new ToolRun(
            ("s.graphql", Schema),
            ("q.graphql", "query A { nope }"),
            (".graphqlrc.json", """{"projects":{"a":{"schema":"s.graphql","documents":"q.graphql"},"b":{"schema":"gone.graphql"}}}"""));
        Assert.Equal(
            "lathe: Project 'b' of the configuration has no schema file. Download it with 'lathe schema download'.", await run.FailAsync("validate"));
        Assert.Contains("q.graphql(1,11): error GQL1004", run.Output, StringComparison.Ordinal);
        Assert.Contains(".graphqlrc.json(1,79): error GQL0005", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReportBeforeExitCode2ReachesABufferedOutput()
    {
        using var run = new ToolRun(("schema.graphql", Schema), (".graphqlrc.json", """{"schema":"schemas.graphql"}"""));
        using var output = new MemoryStream();
        await using var sink = new StreamWriter(output);
        run.Sink = sink;
        Assert.Equal(
            "lathe: Project 'default' of the configuration has no schema file. Download it with 'lathe schema download'.",
            await run.FailAsync("validate"));
        Assert.StartsWith(
            ".graphqlrc.json(1,11): error GQL0005: The schema 'schemas.graphql' is not among the files of this build. "
            + "Did you mean \"schema.graphql\"? Paths are relative to this file.\n0 operations",
            System.Text.Encoding.UTF8.GetString(output.ToArray()).ReplaceLineEndings("\n"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfTwoOperationsWithOneNameTheFirstIsChecked()
    {
        using var run = new ToolRun(
            ("s.graphql", Schema), ("a.gql", "query A { name }"), ("b.gql", "query A { nope ...F }\nquery B { nope }\nfragment F on Query { name }"));
        Assert.Equal(1, await run.RunAsync("validate", "-s", "s.graphql", "-d", "*.gql"));
        Assert.Equal(
            """
            a.gql(1,7): error GQL1003: There can be only one operation named "A". Another is at b.gql(1,7).
            b.gql(2,11): error GQL1004: Cannot query field "nope" on type "Query". Did you mean "name"?
            3 operations and 1 fragment checked: 2 errors, 0 warnings.

            """,
            run.Output);
        await run.RunAsync("validate", "-s", "s.graphql", "-d", "*.gql", "--strict");
        Assert.EndsWith("checked: 2 errors, 0 warnings.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnOperationWithoutANameIsAnError()
    {
        using var run = new ToolRun(("s.graphql", Schema), ("q.graphql", "{ nope }"));
        Assert.Equal(1, await run.RunAsync("validate", "-s", "s.graphql", "-d", "q.graphql"));
        Assert.StartsWith(
            "q.graphql(1,1): error GQL0013: This operation has no name to call its method by. Name it: query Machines { ... }\n"
            + "q.graphql(1,3): error GQL1004: Cannot query field \"nope\" on type \"Query\".",
            run.Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# lathe-disable-next-line\nquery A { name }", "q.graphql(1,1)")]
    [InlineData("query A { name } # lathe-disable-line all -- why", "q.graphql(1,18)")]
    [InlineData("query A {\n  # lathe-disable GQL2001\n  name }", "q.graphql(2,3)")]
    public async Task ASuppressionThatNamesNothingIsAWarning(string document, string place)
    {
        using var run = new ToolRun(("s.graphql", Schema), ("q.graphql", document));
        Assert.Equal(0, await run.RunAsync("validate", "-s", "s.graphql", "-d", "q.graphql"));
        Assert.StartsWith(
            $"{place}: warning GQL0012: Name what to suppress, for example: # lathe-disable-next-line GQL2001 -- the reason. "
                + "Besides -next-line there are -line and -file.\n1 operation",
            run.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWarningOfTheSchemaIsSuppressedAndAnErrorIsNot()
    {
        using var run = new ToolRun(
            ("s.graphql", "# lathe-disable-file GQL1054, GQL1004\ntype Query { name: String name: String }"), ("q.graphql", "query A { name }"));
        Assert.Equal(0, await run.RunAsync("validate", "-s", "s.graphql", "-d", "q.graphql"));
        Assert.Equal("1 operation and 0 fragments checked: 0 errors, 0 warnings.\n", run.Output);
        Assert.Equal(1, await run.RunAsync("validate", "-s", "s.graphql", "-d", "q.graphql", "--strict"));
        Assert.Contains("error GQL1054", run.Output, StringComparison.Ordinal);
        run.Write("q.graphql", "# lathe-disable-file GQL1004\nquery A { nope }");
        Assert.Equal(1, await run.RunAsync("validate", "-s", "s.graphql", "-d", "q.graphql"));
    }

    [Fact]
    public async Task WhatTwoProjectsFindInOneFileIsToldOnce()
    {
        using var run = new ToolRun(
            ("s.graphql", Schema),
            ("q.graphql", "query A { nope }"),
            (".graphqlrc.json", """{"projects":{"a":{"schema":"s.graphql","documents":"q.graphql"},"b":{"schema":"s.graphql","documents":"q.graphql"}}}"""));
        Assert.Equal(1, await run.RunAsync("validate"));
        Assert.EndsWith("checked: 1 error, 0 warnings.\n", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "\"schema\":\"api/s.graphql\",\"documents\":\"Queries/*.graphql\"",
        "(1,11): error GQL0005: The schema 'api/s.graphql' is not among the files of this build. Did you mean \"s.graphql\"? ")]
    [InlineData(
        "\"schema\":\"s.graphql\",\"documents\":\"q.graphql\"",
        "(1,35): warning GQL0006: 'q.graphql' matches no .graphql, .gql or .graphqls file of this build. Did you mean \"Queries/q.graphql\"? ")]
    public async Task APathThatNamesNothingHasAProposalOfAnyFile(string files, string finding)
    {
        using var run = new ToolRun(("s.graphql", Schema), ("Queries/q.graphql", "query A { name }"), (".graphqlrc.json", $"{{{files}}}"));
        await run.RunAsync("validate");
        Assert.StartsWith(".graphqlrc.json" + finding, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AllProjectsOfTheConfigurationAreChecked()
    {
        using var run = new ToolRun(
            ("api/s.graphql", Schema),
            ("a/q.graphql", "query A { name }"),
            ("b/q.graphql", "query A { nope }"),
            (".graphqlrc.json", """{"projects":{"a":{"schema":"api/s.graphql","documents":"a/*.graphql"},"b":{"schema":"api/s.graphql","documents":"b/*.graphql"}}}"""));
        Assert.Equal(1, await run.RunAsync("validate", "--config", ".graphqlrc.json"));
        Assert.Contains("b/q.graphql(1,11)", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, await run.RunAsync("validate", "--project", "a"));
    }

    [Theory]
    [InlineData("--schema none.graphql", "lathe: --schema 'none.graphql' matches no file.")]
    [InlineData("--schema s.graphql --documents none/*.graphql", "lathe: --documents 'none/*.graphql' matches no file.")]
    [InlineData("--schema *.gql", "lathe: --schema '*.gql' matches no file with type definitions.")]
    [InlineData("--config none.json", "lathe: There is no file 'none.json'.")]
    [InlineData("--config broken.json", "lathe: ")]
    [InlineData("--documents q.graphql", "lathe: --documents needs a --schema;")]
    [InlineData("--schema s.graphql --format pdf", "lathe: ")]
    [InlineData("--unknown", "lathe: Unrecognized command or argument '--unknown'.")]
    public async Task UnusableInputIsOneLineAndCode2(string arguments, string start)
    {
        using var run = new ToolRun(("s.graphql", Schema), ("broken.json", "{"), ("q.gql", "query A { name }"));
        Assert.StartsWith(
            start, await run.FailAsync(["validate", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)]), StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    private static async Task<string> Rules(ToolRun run, params string[] further)
    {
        await run.RunAsync(["validate", "-s", "s.graphql", "-d", "q.graphql", "-f", "json", .. further]);
        return string.Join(' ', run.Json.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("rule").GetString()));
    }
}
