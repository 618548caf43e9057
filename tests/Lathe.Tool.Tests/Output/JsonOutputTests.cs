namespace Lathe.Tool.Tests.Output;

/// <summary>JSON output keeps to the schemas that docs/tool publishes.</summary>
public sealed class JsonOutputTests
{
    private const string Schema = "type Query { a(x: Int): Int old: Int @deprecated(reason: \"gone\") machines: [Query!]! }";

    [Fact]
    public async Task OfADrift()
    {
        using var run = DriftCase.Create();
        await JsonContract.HoldAsync("changes", await DriftCase.CheckAsync(run, "json"));
        var changes = run.Json.GetProperty("changes").EnumerateArray().ToArray();
        Assert.Equal(["breaking", "dangerous", "safe"], changes.Select(change => change.GetProperty("criticality").GetString()).Distinct().Order());
        Assert.Contains(changes, change => change.TryGetProperty("ignored", out var reason) && reason.GetString() == "ticket | 12");
        Assert.Contains(changes, change => change.TryGetProperty("advice", out _));
        Assert.Contains(changes, change => change.GetProperty("affected").GetArrayLength() > 0);
        Assert.Contains(
            "Machines", run.Json.GetProperty("summary").GetProperty("brokenOperations").EnumerateArray().Select(name => name.GetString()));
    }

    [Fact]
    public async Task OfNoDriftAndOfADiffWithoutDocuments()
    {
        using var run = new ToolRun(("a.graphql", Schema), ("b.graphql", "type Query { a: Int }"));
        Assert.Equal(0, await run.RunAsync("schema", "diff", "a.graphql", "a.graphql", "--format", "json"));
        await JsonContract.HoldAsync("changes", run.Output);
        Assert.Equal(1, await run.RunAsync("schema", "diff", "a.graphql", "b.graphql", "--format", "json"));
        await JsonContract.HoldAsync("changes", run.Output);
    }

    [Theory]
    [InlineData("query A { a old machines { a } }")]
    [InlineData("query A { nope(x: 1) } query A { a } fragment F on Query { a }")]
    [InlineData("query {")]
    public async Task OfFindings(string document)
    {
        using var run = new ToolRun(("s.graphql", Schema), ("q.graphql", document), (".graphqlrc.json", """{"schema":"s.graphql","documents":"q.graphql","extensions":{"lathe":{"limits":{"maxNodes":1,"requireListLimit":true}}}}"""));
        await run.RunAsync("validate", "--format", "json");
        await JsonContract.HoldAsync("findings", run.Output);
        if (await run.RunAsync("operations", "check", "--format", "json") != 2)
            await JsonContract.HoldAsync("findings", run.Output);
    }

    [Fact]
    public async Task OfOperations()
    {
        using var run = new ToolRun(("s.graphql", Schema), ("q.graphql", "query ($x: Int) { a(x: $x) old }"), (".graphqlrc.json", """{"schema":"s.graphql","documents":"q.graphql"}"""));
        Assert.Equal(0, await run.RunAsync("operations", "list", "--format", "json", "--scope", "reporting"));
        await JsonContract.HoldAsync("operations", run.Output);
        Assert.Equal(1, run.Json.GetProperty("projects")[0].GetProperty("deprecated").GetArrayLength());
    }

    [Fact]
    public async Task AMemberThatIsNotDocumentedIsNoticed() =>
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => JsonContract.HoldAsync("findings", """{"errors":[],"warnings":[],"operations":1,"fragments":0,"more":1}"""));
}
