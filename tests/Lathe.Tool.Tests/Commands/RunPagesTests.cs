using System.Collections.Concurrent;
using System.Text.Json;
using MachineMetrics.Server.Hosting;
using Microsoft.AspNetCore.Http;

namespace Lathe.Tool.Tests.Commands;

/// <summary><c>lathe run --all</c> follows the pages of an operation, against servers that count by cursor, offset and key.</summary>
public sealed class RunPagesTests
{
    private const string Schema = """
        type Query {
          parts(after: String, first: Int, offset: Int, where: Where, order_by: [Order!]): [Part!]!
          connection(after: String, first: Int): Connection
        }
        input Where { id: Compare }
        input Compare { _gt: Int }
        input Order { id: Direction }
        enum Direction { asc desc }
        type Connection { nodes: [Part] edges: [Edge] pageInfo: PageInfo! }
        type Edge { node: Part }
        type PageInfo { hasNextPage: Boolean! endCursor: String }
        type Part { id: Int name: String }
        """;

    private const string Connection =
        "query P($after: String) { connection(first: 2, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }";

    private const string Offset = "query P($offset: Int = 1) { parts(first: 2, offset: $offset) { id } }";

    private const string Keyset = """
        query P($after: Int) @page(by: "id") { parts(where: { id: { _gt: $after } }, order_by: [{ id: asc }]) { id name } }
        """;

    private readonly ConcurrentQueue<string> _variables = new();

    [Fact]
    public async Task CursorsAreFollowedToTheLastPage()
    {
        await using var server = await ServeAsync((variables, _) => Page(Text(variables, "after") switch
        {
            null => """[{"node":{"id":1}},{"node":{"id":2}}],"pageInfo":{"hasNextPage":true,"endCursor":"b"}""",
            "b" => """[{"node":{"id":3}}],"pageInfo":{"hasNextPage":false,"endCursor":"c"}""",
            _ => "[]",
        }));
        using var run = Project(server, Connection);
        Assert.True(await run.RunAsync("run", "q.graphql", "--all", "--format", "csv") == 0, run.Error);
        Assert.Equal("node.id\n1\n2\n3\n", run.Output);
        Assert.Equal(["", """{"after":"b"}"""], _variables);
    }

    [Fact]
    public async Task OffsetsGrowByTheItemsUntilAPageIsEmpty()
    {
        await using var server = await ServeAsync((variables, page) => page < 3
            ? $$$"""{"data":{"parts":[{"id":{{{page}}} },{"id":{{{page + 10}}} }]}}"""
            : """{"data":{"parts":[]}}""");
        using var run = Project(server, Offset);
        Assert.True(await run.RunAsync("run", "q.graphql", "--all") == 0, run.Error);
        Assert.Equal([1, 11, 2, 12], run.Json.EnumerateArray().Select(row => row.GetProperty("id").GetInt32()));
        Assert.Equal(["", """{"offset":3}""", """{"offset":5}"""], _variables);
        _variables.Clear();
        Assert.Equal(0, await run.RunAsync("run", "q.graphql", "--all", "--var", "offset=7", "--format", "ndjson"));
        Assert.Equal("""{"offset":7}""", _variables.First());
    }

    [Fact]
    public async Task KeysAreThoseOfTheLastItem()
    {
        await using var server = await ServeAsync((_, page) => page == 1
            ? """{"data":{"parts":[{"id":4,"name":"a"},{"id":9,"name":"b"}]}}"""
            : """{"data":{"parts":[]}}""");
        using var run = Project(server, Keyset);
        Assert.True(await run.RunAsync("run", "q.graphql", "--all", "--var", "after=0", "--format", "ndjson") == 0, run.Error);
        Assert.Equal("{\"id\":4,\"name\":\"a\"}\n{\"id\":9,\"name\":\"b\"}\n", run.Output);
        Assert.Equal(["""{"after":0}""", """{"after":9}"""], _variables);
    }

    [Fact]
    public async Task NoPagesAreAnEmptyList()
    {
        await using var server = await ServeAsync((_, _) => """{"data":{"connection":null}}""");
        using var run = Project(server, Connection);
        Assert.Equal(0, await run.RunAsync("run", "q.graphql", "--all"));
        Assert.Equal("[]\n", run.Output);
    }

    [Theory]
    [InlineData("""{"hasNextPage":true,"endCursor":null}""", "'connection' says that there is more, and does not say where")]
    [InlineData("""{"hasNextPage":true,"endCursor":"a"}""", "'connection' leads to a page that was there before")]
    public async Task AServerThatLeadsNowhereIsNoEnd(string info, string expected)
    {
        await using var server = await ServeAsync((_, _) => Page("""[{"node":{"id":1}}],"pageInfo":""" + info));
        using var run = Project(server, Connection);
        Assert.Contains(expected, await run.FailAsync("run", "q.graphql", "--all"), StringComparison.Ordinal);
        Assert.InRange(_variables.Count, 1, 2);
    }

    [Fact]
    public async Task ThereIsABoundWhichIsNoEnd()
    {
        await using var server = await ServeAsync((_, page) => $$$"""{"data":{"parts":[{"id":{{{page}}} }]}}""");
        using var run = Project(server, Offset);
        Assert.Contains(
            "There is more behind page 2", await run.FailAsync("run", "q.graphql", "--all", "--max-pages", "2"), StringComparison.Ordinal);
        Assert.Equal(2, _variables.Count);
    }

    [Fact]
    public async Task ErrorsOfAPageEndIt()
    {
        await using var server = await ServeAsync((_, page) => page == 1
            ? """{"data":{"parts":[{"id":1}]}}"""
            : """{"data":{"parts":[{"id":2}]},"errors":[{"message":"enough"}]}""");
        using var run = Project(server, Offset);
        Assert.Equal(1, await run.RunAsync("run", "q.graphql", "--all", "--format", "csv"));
        Assert.Equal(("id\n1\n2\n", "error: enough\n"), (run.Output, run.Error));
        Assert.Equal(2, _variables.Count);
    }

    [Theory]
    [InlineData("query P { parts { id } }", "The operation P does not page")]
    [InlineData("query P($offset: Int) { a: parts(offset: $offset, first: 1) { id } b: parts(offset: $offset, first: 1) { id } }", "GQL2020")]
    public async Task AnOperationThatDoesNotPageIsNotSent(string query, string expected)
    {
        await using var server = await ServeAsync((_, _) => "");
        using var run = Project(server, query);
        Assert.Contains(expected, await run.FailAsync("run", "q.graphql", "--all"), StringComparison.Ordinal);
        Assert.Empty(_variables);
    }

    [Fact]
    public async Task APersonSeesHowManyCame()
    {
        await using var server = await ServeAsync((_, page) => page < 3 ? """{"data":{"parts":[{"id":1}]}}""" : """{"data":{"parts":[]}}""");
        using var run = Project(server, Offset);
        run.ShowsProgress = true;
        Assert.True(await run.RunAsync("run", "q.graphql", "--all", "--format", "ndjson") == 0, run.Error);
        Assert.Contains("for P", run.Error, StringComparison.Ordinal);
        Assert.Equal("{\"id\":1}\n{\"id\":1}\n", run.Output);
    }

    private static string? Text(JsonElement variables, string name) =>
        variables.ValueKind == JsonValueKind.Object && variables.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static string Page(string edges) => "{\"data\":{\"connection\":{\"edges\":" + edges + "}}}";

    private static ToolRun Project(ShopServer server, string query) => new(
        ("schema.graphql", Schema),
        ("q.graphql", query),
        (".graphqlrc.json", $$"""{"schema":"schema.graphql","documents":"q.graphql","extensions":{"lathe":{"endpoint":"{{server.Endpoint}}"} } }"""));

    private Task<ShopServer> ServeAsync(Func<JsonElement, int, string> answer)
    {
        var page = 0;
        var options = new ShopServerOptions
        {
            Intercept = async context =>
            {
                using var body = await JsonDocument.ParseAsync(context.Request.Body);
                var variables = body.RootElement.TryGetProperty("variables", out var found) ? found : default;
                _variables.Enqueue(variables.ValueKind == JsonValueKind.Undefined ? "" : variables.GetRawText());
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync(answer(variables, ++page));
                return true;
            },
        };
        return ShopServer.StartAsync(options, TestContext.Current.CancellationToken);
    }
}
