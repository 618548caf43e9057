using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lathe.Testing;
using Shop;

namespace Lathe.Interop.Tests.Support;

/// <summary>The test server of Lathe.Testing.Server, scripted to do what the foreign servers do (<c>servers/schema.mjs</c>).</summary>
internal static class ScriptedShop
{
    public static async Task<GraphQLTestServer> StartAsync(GraphQLTestServerOptions? options = null)
    {
        var server = await GraphQLTestServer.StartAsync(options ?? new GraphQLTestServerOptions());
        server.On(HelloQuery.Operation).ReturnsJson(static one => Data("hello", $"Hello {Text(one, "name")}"));
        server.On(MachinesQuery.Operation).ReturnsJson(static one => Data("machines", Machines(one.Variables.GetProperty("first").GetInt32())));
        server.On(HeaderQuery.Operation).ReturnsJson(static one => Data("header", Header(one, Text(one, "name"))));
        server.On(PartialQuery.Operation).ReturnsJson(
            """
            {"data":{"partial":{"good":"yes","bad":null}},
             "errors":[{"message":"One field fails.","path":["partial","bad"],"extensions":{"code":"ONE"}}]}
            """);
        server.On(RenameMutation.Operation).ReturnsJson(
            static one => Data("rename", new JsonObject { ["id"] = Text(one, "id"), ["name"] = Text(one, "name") }));
        server.On(UploadMutation.Operation).ReturnsJson(static one => Data("upload", File(one.Files["variables.file"], Text(one, "title"))));
        server.On(UploadPartsMutation.Operation).ReturnsJson(static one => Data("uploadParts", new JsonArray([.. Parts(one)])));
        server.On(MachinesInPartsQuery.Operation).After(TimeSpan.FromMilliseconds(5)).ReturnsEvents(
            """{"data":{"machines":[{"id":"m1"},{"id":"m2"}]},"pending":[{"id":"0","path":["machines",0]},{"id":"1","path":["machines",1]}],"hasNext":true}""",
            """{"incremental":[{"id":"0","data":{"slowName":"slow 1"}}],"completed":[{"id":"0"}],"hasNext":true}""",
            """{"incremental":[{"id":"1","data":{"slowName":"slow 2"}}],"completed":[{"id":"1"}],"hasNext":false}""");
        server.On(TicksSubscription.Operation).ReturnsEvents(TicksAsync);
        server.On(FailsAfterSubscription.Operation).ReturnsEvents(FailsAfterAsync);
        server.On(SilentSubscription.Operation).ReturnsEvents(SilentAsync);
        return server;
    }

    private static async IAsyncEnumerable<string> TicksAsync(ServerRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var n = 1; n <= request.Variables.GetProperty("n").GetInt32(); n++)
        {
            if (request.Variables.TryGetProperty("delayMs", out var delay) && delay.ValueKind == JsonValueKind.Number)
                await Task.Delay(delay.GetInt32(), cancellationToken);
            yield return Data("ticks", new JsonObject { ["n"] = n, ["text"] = $"tick {n}: \"ü\"\n" });
        }
    }

    private static async IAsyncEnumerable<string> FailsAfterAsync(ServerRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        for (var n = 1; n <= request.Variables.GetProperty("n").GetInt32(); n++)
            yield return Data("failsAfter", n);
        cancellationToken.ThrowIfCancellationRequested();
        yield return """{"errors":[{"message":"It fails after a while.","extensions":{"code":"LATER"}}]}""";
    }

    private static async IAsyncEnumerable<string> SilentAsync(ServerRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return Data("silent", 1);
        await Task.Delay(Timeout.Infinite, cancellationToken);
    }

    private static string Data(string field, JsonNode? value) =>
        new JsonObject { ["data"] = new JsonObject { [field] = value } }.ToJsonString();

    private static string? Text(ServerRequest request, string variable) =>
        request.Variables.TryGetProperty(variable, out var value) ? value.GetString() : null;

    // Over a socket the key comes with connection_init, as the foreign servers hand it on.
    private static string? Header(ServerRequest request, string? name) =>
        name == "authorization" && request.Key is { } key ? "Bearer " + key : request.Headers.GetValueOrDefault(name ?? "");

    private static JsonArray Machines(int count) =>
        [.. Enumerable.Range(1, count).Select(static n => new JsonObject { ["id"] = $"m{n}", ["name"] = $"Lathe {n} ü" })];

    private static JsonObject File(ServerFile file, string? title) => new()
    {
        ["name"] = file.Name,
        ["type"] = file.ContentType,
        ["size"] = file.Content.Length,
        ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(file.Content.Span)),
        ["title"] = title,
    };

    // The order of the input, not that of the parts.
    private static IEnumerable<JsonNode> Parts(ServerRequest request)
    {
        foreach (var path in request.Files.Keys.OrderBy(static path => path.Split('.').Length).ThenBy(static path => path, StringComparer.Ordinal))
            yield return File(request.Files[path], null);
    }
}
