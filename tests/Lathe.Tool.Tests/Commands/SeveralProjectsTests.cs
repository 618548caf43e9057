using MachineMetrics.Server.Hosting;

namespace Lathe.Tool.Tests.Commands;

/// <summary>A configuration with several projects is checked whole.</summary>
public sealed class SeveralProjectsTests
{
    [Fact]
    public async Task EachIsComparedAndNamed()
    {
        using var run = Project("https://a.example/graphql", "https://a.example/graphql");
        Assert.Equal(1, await run.RunAsync("schema", "check", "--against", "new.graphql", "--format", "json"));
        Assert.Equal(
            ["one", "two"], run.Json.GetProperty("changes").EnumerateArray().Select(change => change.GetProperty("project").GetString()).Order());
        Assert.Equal(["Second"], run.Json.GetProperty("summary").GetProperty("brokenOperations").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(0, await run.RunAsync("schema", "check", "--against", "new.graphql", "--project", "one"));
        Assert.Contains(
            "It has: one, two.", await run.FailAsync("schema", "check", "--against", "new.graphql", "--project", "three"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneServerIsAskedOnceWithTheKeyOfStandardInput()
    {
        await using var server = await ShopServer.StartAsync(null, TestContext.Current.CancellationToken);
        using var run = Project(server.Endpoint.AbsoluteUri, server.Endpoint.AbsoluteUri);
        run.Input = server.Key.Secret + "\n";
        Assert.Equal(1, await run.RunAsync("schema", "check", "--token-stdin"));
        Assert.Equal(3, server.Requests.Count(request => request.OperationName == "IntrospectionQuery"));
    }

    [Fact]
    public async Task AKeyIsNotSentToTheServersOfTwo()
    {
        using var run = Project("https://a.example/graphql", "https://b.example/graphql");
        run.Environment["KEY"] = "abcdef";
        Assert.Contains(
            "have different servers (https://a.example, https://b.example), and a key is for one.",
            await run.FailAsync("schema", "check", "--token-env", "KEY"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check", "--against", "new.graphql")]
    [InlineData("diff", "one.graphql", "new.graphql")]
    public async Task WithoutDocumentsEveryBreakingChangeCounts(params string[] command)
    {
        using var run = new ToolRun(
            ("one.graphql", "type Query { a: Int b: T }\ntype T { x: Int y: Int }"),
            ("new.graphql", "type Query { a: Int b: T }\ntype T { x: Int }"),
            ("q.graphql", "query First { a }"),
            (".graphqlrc.json", """
                {"projects":{
                  "mistyped":{"schema":"one.graphql","documents":"Q/*.graphql"},
                  "whole":{"schema":"one.graphql","documents":"q.graphql"}}}
                """));
        Assert.Equal(1, await run.RunAsync(["schema", .. command, "--project", "mistyped"]));
        Assert.Contains("unknown: the project has no documents", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 breaking (0 touch you, 1 unknown for want of documents)", run.Output, StringComparison.Ordinal);
        Assert.Contains("no documents were found for project 'mistyped'.", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("othing of yours", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, await run.RunAsync(["schema", .. command, "--project", "mistyped", "--format", "markdown"]));
        Assert.Contains("| unknown: no documents |", run.Output, StringComparison.Ordinal);

        // The other project has documents, so that its own count.
        Assert.Equal(0, await run.RunAsync(["schema", .. command, "--project", "whole"]));
        Assert.Contains("nothing of yours", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, await run.RunAsync(["schema", .. command, "--format", "json"]));
        Assert.Equal(
            ["mistyped", "whole"],
            run.Json.GetProperty("changes").EnumerateArray().Select(change => change.GetProperty("project").GetString()).Order());
    }

    [Theory]
    [InlineData("type Other { a: Int }")]
    [InlineData("# query Later { b }\n")]
    [InlineData(" \n")]
    public async Task DocumentsWithoutADefinitionAreNone(string documents)
    {
        using var run = new ToolRun(
            ("old.graphql", "type Query { a: Int b: Int }"),
            ("new.graphql", "type Query { a: Int }"),
            ("q.graphql", documents));
        Assert.Equal(1, await run.RunAsync("schema", "diff", "old.graphql", "new.graphql", "--documents", "q.graphql"));
        Assert.Contains("unknown: the project has no documents", run.Output, StringComparison.Ordinal);
    }

    private static ToolRun Project(string first, string second) => new(
        ("one.graphql", "type Query { a: Int b: Int }"),
        ("two.graphql", "type Query { a: Int c: Int }"),
        ("new.graphql", "type Query { a: Int }"),
        ("q1.graphql", "query First { a }"),
        ("q2.graphql", "query Second { c }"),
        (".graphqlrc.json", """
            {"projects":{
              "one":{"schema":"one.graphql","documents":"q1.graphql","extensions":{"lathe":{"endpoint":"FIRST"}}},
              "two":{"schema":"two.graphql","documents":"q2.graphql","extensions":{"lathe":{"endpoint":"SECOND"}}}}}
            """.Replace("FIRST", first, StringComparison.Ordinal).Replace("SECOND", second, StringComparison.Ordinal)));
}
