namespace Lathe.Tool.Tests.Output;

/// <summary>SARIF output is valid by the schema of the standard.</summary>
public sealed class SarifOutputTests
{
    [Fact]
    public async Task OfADrift()
    {
        using var run = DriftCase.Create();
        await JsonContract.HoldSarifAsync(await DriftCase.CheckAsync(run, "sarif"));
        var result = run.Json.GetProperty("runs")[0].GetProperty("results").EnumerateArray().First(
            result => result.GetProperty("message").GetProperty("text").GetString()!.StartsWith("Field Machine.ref", StringComparison.Ordinal));
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("Queries/a%20%C3%BC%2C1%3A2.graphql", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(1, place.GetProperty("region").GetProperty("startLine").GetInt32());
    }

    [Fact]
    public async Task OfNoDrift()
    {
        using var run = new ToolRun(("a.graphql", "type Query { a: Int }"));
        Assert.Equal(0, await run.RunAsync("schema", "diff", "a.graphql", "a.graphql", "--format", "sarif"));
        await JsonContract.HoldSarifAsync(run.Output);
        Assert.Empty(run.Json.GetProperty("runs")[0].GetProperty("results").EnumerateArray());
    }

    [Fact]
    public async Task OfFindingsWithSeveralPlaces()
    {
        using var run = new ToolRun(("s.graphql", "type Query { a: Int }"), ("q.graphql", "query A { a }\nquery A { nope }"));
        Assert.Equal(1, await run.RunAsync("validate", "-s", "s.graphql", "-d", "q.graphql", "-f", "sarif"));
        await JsonContract.HoldSarifAsync(run.Output);
        Assert.Contains(
            run.Json.GetProperty("runs")[0].GetProperty("results").EnumerateArray(), result => result.TryGetProperty("relatedLocations", out _));
    }

    [Fact]
    public async Task AnythingElseIsNoticed() =>
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => JsonContract.HoldSarifAsync("""{"version":"2.1.0","runs":[{"tool":{"driver":{}}}]}"""));
}
