using System.Security.Cryptography;
using System.Text;

namespace Lathe.Tool.Tests.Commands;

public sealed class OperationsCommandTests
{
    private const string Schema = """
        directive @requiresScopes(scopes: [[String!]!]!) on OBJECT | FIELD_DEFINITION
        type Query { name: String machine(id: ID!): Machine @requiresScopes(scopes: [["reporting"]]) secret: Int @requiresScopes(scopes: [["admin"]]) }
        type Machine { ref: Int old: Int @deprecated(reason: "gone") }
        type Unused { a: Int }
        """;

    private const string Config = """{"schema":"s.graphql","documents":"q.graphql","extensions":{"lathe":{"limits":{"maxNodes":1}}}}""";

    [Fact]
    public async Task ListSaysWhatTheProjectNeeds()
    {
        using var run = Project("query A($id: ID!) { machine(id: $id) { old } }");
        Assert.Equal(0, await run.RunAsync("operations", "list"));
        Assert.Contains("query A($id: ID!)  depth 1, nodes 1, scopes reporting  q.graphql:1:7", run.Output, StringComparison.Ordinal);
        Assert.Contains("needs a key with the scope reporting, nothing else", run.Output, StringComparison.Ordinal);
        Assert.EndsWith(
            "\n1 operation uses 2 fields. Unused: 3 fields of the same types, 1 other type (--format json lists them).\n",
            run.Output,
            StringComparison.Ordinal);
        Assert.Equal(0, await run.RunAsync("operations", "list", "--format", "json", "--scope", "extra"));
        var project = run.Json.GetProperty("projects")[0];
        Assert.Equal("""["extra","reporting"]""", project.GetProperty("scopes").GetRawText().Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal("Unused", Assert.Single(project.GetProperty("unusedTypes").EnumerateArray()).GetString());
        Assert.Equal(
            ["Machine.ref", "Query.name", "Query.secret"], project.GetProperty("unusedFields").EnumerateArray().Select(field => field.GetString()));
        Assert.Equal(1, project.GetProperty("deprecated")[0].GetProperty("line").GetInt32());
    }

    [Theory]
    [InlineData("list")]
    [InlineData("manifest")]
    public void AChainOfFragmentsNeedsNoDeepStack(string command)
    {
        var chain = string.Concat(Enumerable.Range(0, 3000).Select(i => $"fragment F{i} on Query {{ ...F{i + 1} @include(if: $a) }}\n"));
        using var run = Project($"query A($a: Boolean!) {{ ...F0 }}\n{chain}fragment F3000 on Query {{ name }}");
        var exitCode = -1;

        // A process of its own has 1 MB on Windows.
        var thread = new Thread(() => exitCode = run.RunAsync("operations", command).GetAwaiter().GetResult(), 1 << 20);
        thread.Start();
        thread.Join();

        Assert.Equal(0, exitCode);
        Assert.Contains("query A", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FragmentArgumentsAreCompiledAwayWhereTheConfigurationAllowsThem()
    {
        const string Documents =
            "query A { a: machine(id: 1) { ...F(id: 2) } b: machine(id: 3) { ...F } } fragment F($id: ID! = 4) on Machine { of(id: $id) { ref } }";
        using var run = new ToolRun();
        run.Write("s.graphql", "type Query { machine(id: ID!): Machine } type Machine { ref: Int of(id: ID!): Machine }");
        run.Write("q.graphql", Documents);
        run.Write(".graphqlrc.json", """{"schema":"s.graphql","documents":"q.graphql"}""");
        Assert.Contains("GQL1034", await run.FailAsync("operations", "manifest"), StringComparison.Ordinal);

        run.Write(".graphqlrc.json", """{"schema":"s.graphql","documents":"q.graphql","extensions":{"lathe":{"fragmentArguments":true}}}""");
        Assert.Equal(0, await run.RunAsync("validate"));
        Assert.Equal(0, await run.RunAsync("operations", "manifest"));
        Assert.Equal(
            "query A{a:machine(id:1){...F} b:machine(id:3){...F_2}}fragment F on Machine{of(id:2){ref}}fragment F_2 on Machine{of(id:4){ref}}",
            run.Json.GetProperty("operations")[0].GetProperty("body").GetString());
        Assert.Equal(0, await run.RunAsync("operations", "list"));
        Assert.Equal(0, await run.RunAsync("operations", "check"));
    }

    [Fact]
    public async Task ScopesAreThoseOfWhatIsAskedForOnly()
    {
        using var run = Project(
            "query A { ...F name } query B { name } fragment F on Query { machine(id: 1) { ref } } fragment Unused on Query { secret }");
        Assert.Equal(0, await run.RunAsync("operations", "list"));
        Assert.Contains("query A  depth 1, nodes 1, scopes reporting  q.graphql:1:7", run.Output, StringComparison.Ordinal);
        Assert.Contains("query B  depth 0, nodes 0  q.graphql:1:29", run.Output, StringComparison.Ordinal);
        Assert.Contains("needs a key with the scope reporting, nothing else", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("list")]
    [InlineData("check")]
    [InlineData("manifest")]
    public async Task DocumentsThatAreNotValidAreNoGreenCheck(string command)
    {
        using var run = Project("query A { nope }");
        Assert.Contains("q.graphql(1,11): error GQL1004", await run.FailAsync("operations", command), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnOperationWithoutANameIsToldToBeLeftOut()
    {
        using var run = Project("{ name }");
        Assert.Equal(0, await run.RunAsync("operations", "manifest"));
        Assert.Empty(run.Json.GetProperty("operations").EnumerateArray());
        Assert.Contains("q.graphql: the operation has no name", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckHoldsOperationsToTheLimits()
    {
        using var run = Project("query A { machine(id: 1) { ref } b: machine(id: 2) { ref } }");
        Assert.Equal(1, await run.RunAsync("operations", "check"));
        run.Write("q.graphql", "query A { machine(id: 1) { old } }");
        Assert.Equal(0, await run.RunAsync("operations", "check"));
        Assert.Equal(1, await run.RunAsync("operations", "check", "--strict"));
    }

    [Theory]
    [InlineData("query A {\n  # lathe-disable-next-line GQL2001 -- the new field comes with the 3.2 server\n  machine(id: 1) { old }\n}")]
    [InlineData("# lathe-disable-file GQL2001,GQL2010 -- a report of old machines\nquery A { a: machine(id: 1) { old } b: machine(id: 2) { old } }")]
    public async Task CheckLeavesOutWhatACommentSuppresses(string document)
    {
        using var run = Project(document);
        Assert.Equal(0, await run.RunAsync("operations", "check", "--strict"));
        Assert.Equal("1 operation and 0 fragments checked: 0 errors, 0 warnings.\n", run.Output);
    }

    [Fact]
    public async Task CheckTellsOfASuppressionThatNamesNothing()
    {
        using var run = Project("query A { machine(id: 1) { old } } # lathe-disable-line -- all of it");
        Assert.Equal(0, await run.RunAsync("operations", "check"));
        Assert.Equal(
            """
            q.graphql(1,28): warning GQL2001: The field Machine.old is deprecated. gone
            q.graphql(1,36): warning GQL0012: Name what to suppress, for example: # lathe-disable-next-line GQL2001 -- the reason. Besides -next-line there are -line and -file.
            1 operation and 0 fragments checked: 0 errors, 2 warnings.

            """,
            run.Output);
        Assert.Equal(1, await run.RunAsync("operations", "check", "--strict"));
    }

    [Fact]
    public async Task CheckListsEachScalarWithoutATypeOnce()
    {
        using var run = Project("query B { price weight }\nfragment F on Query { price }\nquery A($w: Where) { find(where: $w) ...F }");
        run.Write("s.graphql", """
            type Query { price: Money weight: Weight find(where: Where): Int at: DateTime }
            input Where { most: Area file: Upload }
            scalar Money
            scalar Weight
            scalar Area
            scalar Upload
            scalar DateTime
            """);
        run.Write(
            ".graphqlrc.json",
            """{"schema":"s.graphql","documents":"q.graphql","extensions":{"lathe":{"scalars":{"Weight":"decimal"}}}}""");
        Assert.Equal(0, await run.RunAsync("operations", "check"));
        Assert.Equal(
            """
            q.graphql(1,11): warning GQL2013: Scalar 'Money' has no .NET type, so it is a JsonElement. Map it in .graphqlrc.json: "scalars": { "Money": "string" }
            q.graphql(3,13): warning GQL2013: Scalar 'Area' of Where.most has no .NET type, so it is a JsonElement. Map it in .graphqlrc.json: "scalars": { "Area": "string" }
            2 operations and 1 fragment checked: 0 errors, 2 warnings.

            """,
            run.Output);
        Assert.Equal(1, await run.RunAsync("operations", "check", "--strict"));
    }

    [Fact]
    public async Task TheManifestNamesDocumentsByTheirHash()
    {
        using var run = Project("query A { name }\nfragment F on Machine { ref }\nquery B { machine(id: 1) { ...F } }");
        Assert.Equal(0, await run.RunAsync("operations", "manifest"));
        Assert.Equal("apollo-persisted-query-manifest", run.Json.GetProperty("format").GetString());
        foreach (var operation in run.Json.GetProperty("operations").EnumerateArray())
            Assert.Equal(Hash(operation.GetProperty("body").GetString()!), operation.GetProperty("id").GetString());
        Assert.Equal(0, await run.RunAsync("operations", "manifest", "--kind", "relay", "--output", "out/p.json"));
        Assert.Contains(Hash("query A{name}"), run.Read("out/p.json"), StringComparison.Ordinal);
    }

    private static ToolRun Project(string documents) => new(("s.graphql", Schema), ("q.graphql", documents), (".graphqlrc.json", Config));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
