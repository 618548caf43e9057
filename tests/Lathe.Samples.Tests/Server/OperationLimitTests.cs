using System.Text.Json.Nodes;
using Lathe.TestSupport;

namespace Lathe.Samples.Tests.Server;

public sealed class OperationLimitTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    public static TheoryData<string> OverLimit =>
        ["01-depth-4", "02-depth-5-through-fragments", "03-six-nodes-siblings", "04-six-nodes-roots", "05-depth-6", "06-seven-nodes-aliases"];

    [Theory]
    [MemberData(nameof(OverLimit))]
    public async Task SharedOperationOverTheLimitsIsDenied(string name)
    {
        var file = SharedFolder.Require($"machinemetrics/operations-over-limit/{name}.graphql");
        var response = await server.AskAsync(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), new { machineRef = 101 });
        Assert.Null(response["data"]);
        Assert.All(Codes(response), code => Assert.EndsWith("_LIMIT_EXCEEDED", code, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ machines { name currentStates { value } } operators { name } parts { partNumber } workOrders { workOrderId } }")]
    [InlineData("{ machines { activitySets { operation { name } } } }")]
    [InlineData("{ __schema { types { fields { type { ofType { ofType { ofType { name } } } } args { name } } } } machines { name } }")]
    public async Task OperationAtTheLimitsIsAnswered(string query) => await server.QueryAsync(query);

    [Theory]
    [InlineData("{ machines { activitySets { activities { operator { name } } } } }", "DEPTH_LIMIT_EXCEEDED")]
    [InlineData("{ machines { ... on Machine { activitySets { activities { ... { operator { name } } } } } } }", "DEPTH_LIMIT_EXCEEDED")]
    [InlineData(
        "{ a: parts { value } b: parts { value } c: parts { value } d: parts { value } e: parts { value } f: parts { value } }",
        "NODE_LIMIT_EXCEEDED")]
    [InlineData("{ ...A ...A } fragment A on Query { ...B ...B } fragment B on Query { parts { value } jobs { name } }", "NODE_LIMIT_EXCEEDED")]
    public async Task OperationOverOneLimitIsDeniedForIt(string query, string code)
    {
        var response = await server.AskAsync(query);
        Assert.Null(response["data"]);
        Assert.Equal([code], Codes(response));
    }

    [Fact]
    public async Task OnlyTheChosenOperationIsMeasured()
    {
        const string Document = "query Small { machines { name } } query Large { machines { activitySets { activities { operator { name } } } } }";
        var small = new JsonObject { ["query"] = Document, ["operationName"] = "Small" };
        using var response = await server.PostAsync("/graphql", small.ToJsonString(), server.Server.Key);
        Assert.NotNull((await response.JsonAsync())["data"]);
    }

    [Fact]
    public async Task FragmentsThatReachThemselvesAreAnErrorNotALoop()
    {
        var response = await server.AskAsync("{ machines { ...A } } fragment A on Machine { name ...B } fragment B on Machine { ...A }");
        Assert.Contains("NO_FRAGMENT_CYCLES", Codes(response));
    }

    [Fact]
    public async Task FragmentsThatDoubleThirtyTimesAreMeasuredAtOnce()
    {
        var fragments = Enumerable.Range(0, 30).Select(at => $"fragment F{at} on Query {{ ...F{at + 1} ...F{at + 1} }}");
        var response = await server.AskAsync($"{{ ...F0 }} {string.Join(' ', fragments)} fragment F30 on Query {{ parts {{ value }} }}");
        Assert.Equal(["NODE_LIMIT_EXCEEDED"], Codes(response));
    }

    private static string[] Codes(JsonNode response) =>
        [.. response["errors"]!.AsArray().Select(error => error!["extensions"]!["code"]!.ToString())];
}
