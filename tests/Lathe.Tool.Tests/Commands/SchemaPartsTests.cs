using System.IO.Pipes;

namespace Lathe.Tool.Tests.Commands;

/// <summary>Parts of a schema, schemas from a pipe, and several configurations.</summary>
public sealed class SchemaPartsTests
{
    private const string Old = """
        extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
        extend type Query { reviews(of: ID!): [Review!]! best: Review }
        type Review @key(fields: "id") { id: ID! stars: Int by: User on: Product! }
        extend type Product @key(fields: "id") { id: ID! @external reviews: [Review!]! }
        """;

    [Fact]
    public async Task PartsAreComparedThatExtendWhatOthersDefine()
    {
        var changed = Old.Replace(" best: Review", "", StringComparison.Ordinal).Replace("stars: Int", "stars: Int!", StringComparison.Ordinal);
        using var run = new ToolRun(("old.graphql", Old), ("new.graphql", changed));
        Assert.Equal(1, await run.RunAsync("schema", "diff", "old.graphql", "new.graphql", "--partial", "--format", "json"));
        Assert.Equal(
            ["FIELD_CHANGED_KIND_SAFE Review.stars", "FIELD_REMOVED Query.best"],
            run.Json.GetProperty("changes").EnumerateArray().Select(change => $"{change.GetProperty("code")} {change.GetProperty("path")}").Order());
        Assert.Equal(0, await run.RunAsync("schema", "diff", "old.graphql", "old.graphql", "--partial"));
    }

    [Fact]
    public async Task AModuleWithoutAQueryTypeIsAPart()
    {
        using var run = new ToolRun(
            ("old.graphql", "type Machine { id: ID! shop: Shop state: State }"), ("new.graphql", "type Machine { id: ID! state: State }"));
        Assert.Contains("--partial' compares parts", await run.FailAsync("schema", "diff", "old.graphql", "new.graphql"), StringComparison.Ordinal);
        Assert.Equal(1, await run.RunAsync("schema", "diff", "old.graphql", "new.graphql", "--partial", "--format", "msbuild"));
        Assert.StartsWith("old.graphql(1,", run.Output, StringComparison.Ordinal);
        Assert.Contains("error FIELD_REMOVED: Field Machine.shop was removed.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APartWithAFaultIsRefused()
    {
        using var run = new ToolRun(("old.graphql", "type Machine { id: ID! }"), ("new.graphql", "type Machine { id: }"));
        Assert.Contains(
            "The schema 'new.graphql' is broken",
            await run.FailAsync("schema", "diff", "old.graphql", "new.graphql", "--partial"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("type Machine { id: ID! id: Int }", "\"Machine.id\" can only be defined once")]
    [InlineData("type Machine { id: ID! } extend type Machine { id: Int }", "\"Machine.id\"")]
    [InlineData("extend type Machine { id: ID! } extend type Machine { id: Int }", "\"Machine.id\"")]
    [InlineData("type Machine { id: ID! } type Machine { name: String }", "\"Machine\"")]
    [InlineData("enum State { ON ON }", "\"State.ON\"")]
    [InlineData("input Filter { a: Int a: ID }", "\"Filter.a\"")]
    [InlineData("type Machine { id(a: Int, a: ID): ID }", "\"Machine.id(a:)\"")]
    public async Task APartThatDefinesSomethingTwiceIsRefused(string part, string expected)
    {
        using var run = new ToolRun(("old.graphql", part), ("new.graphql", part));
        var line = await run.FailAsync("schema", "diff", "old.graphql", "new.graphql", "--partial");
        Assert.Contains("The schema 'old.graphql' is broken", line, StringComparison.Ordinal);
        Assert.Contains(expected, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASchemaFromAPipeIsNoFile()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Shells put files of this kind in place of <(command).");
        using var run = new ToolRun(("old.graphql", "type Query { a: Int b: Int }"), ("new.graphql", "type Query { a: Int }"));
        using var old = File.OpenHandle(Path.Combine(run.Folder, "old.graphql"));
        var descriptor = "/dev/fd/" + old.DangerousGetHandle();
        foreach (var format in new[] { "text", "json", "github", "sarif", "msbuild", "junit", "markdown", "gitlab" })
        {
            Assert.Equal(1, await run.RunAsync("schema", "diff", descriptor, "new.graphql", "--format", format));
            Assert.DoesNotContain("/dev/fd", run.Output + run.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("(the old schema)", run.Output, StringComparison.Ordinal);
        }

        File.WriteAllText(Path.Combine(run.Folder, "old.graphql"), "type Query {");
        Assert.Contains(
            "The schema '(the old schema)' is broken", await run.FailAsync("schema", "diff", descriptor, "new.graphql"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASchemaFromAPipeIsAccepted()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Shells put files of this kind in place of <(command).");
        using var run = new ToolRun(
            ("s.graphql", "type Query { a: Int }"),
            ("q.graphql", "query Q { a }"),
            (".graphqlrc.json", """{"schema":"s.graphql","documents":"q.graphql"}"""));
        var pipe = new AnonymousPipeServerStream(PipeDirection.Out);
        using var end = pipe.ClientSafePipeHandle;
        pipe.Write("type Query { a: Int b: Int }"u8);
        await pipe.DisposeAsync();
        var arguments = new[] { "schema", "check", "--against", "/dev/fd/" + end.DangerousGetHandle(), "--accept" };
        Assert.True(await run.RunAsync(arguments) == 0, run.Error);
        Assert.Contains("b: Int", run.Read("s.graphql"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SeveralConfigurationsAreCheckedInOneRun()
    {
        using var run = new ToolRun(
            ("new.graphql", "type Query { a: Int }"),
            ("one/s.graphql", "type Query { a: Int b: Int }"),
            ("one/q.graphql", "query One { b }"),
            ("one/.graphqlrc.json", """{"schema":"s.graphql","documents":"q.graphql"}"""),
            ("one/.lathe-ignore.json", """{"ignore":[{"path":"Query.b","reason":"known"}]}"""),
            ("two/s.graphql", "type Query { a: Int b: Int }"),
            ("two/q.graphql", "query Two { b }"),
            ("two/.graphqlrc.json", """{"schema":"s.graphql","documents":"q.graphql"}"""));
        string[] command = ["schema", "check", "--against", "new.graphql", "--config", "one/.graphqlrc.json"];
        Assert.Equal(0, await run.RunAsync(command));
        Assert.Equal(1, await run.RunAsync([.. command, "--config", "two/.graphqlrc.json", "--format", "msbuild"]));
        Assert.StartsWith("two/q.graphql(1,13): error FIELD_REMOVED", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("one/q.graphql", run.Output, StringComparison.Ordinal);
    }
}
