using System.Text.Json;
using MachineMetrics.Server.Hosting;
using Microsoft.AspNetCore.Http;

namespace Lathe.Tool.Tests.Commands;

/// <summary>A server of an older specification: what it cannot be asked for has not changed.</summary>
public sealed class OlderServerTests
{
    private const string Committed = """"
        "Machines of a shop." schema { query: Query }
        type Query { machines(limit: Int, after: Place @deprecated(reason: "Use limit."), top: Int = 5 @deprecated): Time }
        input Place @oneOf { id: ID name: String @deprecated(reason: "Use id.") }
        scalar Time @specifiedBy(url: "https://time.example")
        directive @tag(name: String, old: [Int!]! = [1] @deprecated) @deprecated(reason: "Use limit.") repeatable on FIELD
        """";

    private const string Query = "query A { machines(limit: 1, after: { name: \"x\" }, top: 3) @tag(name: \"a\", old: [2]) @tag }";

    private static readonly string[] s_unknown = [
        "specifiedByURL",
        "isOneOf",
        "isRepeatable",
        "directives(includeDeprecated",
        "includeDeprecated: true) { ...InputValue",
        "__schema {\\n    description",
    ];

    /// <summary>The committed schema as the server tells it: without what is deprecated among inputs.</summary>
    private const string Told = """
        {"data":{"__schema":{"queryType":{"name":"Query"},"mutationType":null,"subscriptionType":null,"types":[
        {"kind":"OBJECT","name":"Query","interfaces":[],"fields":[{"name":"machines","type":{"kind":"SCALAR","name":"Time"},"isDeprecated":false,
          "args":[{"name":"limit","type":{"kind":"SCALAR","name":"Int"}},{"name":"top","defaultValue":"5","type":{"kind":"SCALAR","name":"Int"}}]}]},
        {"kind":"INPUT_OBJECT","name":"Place","inputFields":[{"name":"id","type":{"kind":"SCALAR","name":"ID"}}]},
        {"kind":"SCALAR","name":"Time"},{"kind":"SCALAR","name":"Int"},{"kind":"SCALAR","name":"ID"},{"kind":"SCALAR","name":"String"}],
        "directives":[{"name":"tag","locations":["FIELD"],"args":[{"name":"name","type":{"kind":"SCALAR","name":"String"}}]}]}}}
        """;

    [Fact]
    public async Task WhatItCannotTellHasNotChanged()
    {
        await using var server = await StartAsync(Told);
        using var run = Project(server);

        Assert.True(await run.RunAsync("schema", "check", "--strict", "--format", "json") == 0, run.Error + run.Output);
        Assert.Empty(run.Json.GetProperty("changes").EnumerateArray());
        Assert.Empty(run.Json.GetProperty("refused").EnumerateArray());
        Assert.Equal(
            $"note: {server.Endpoint} cannot be asked for deprecated arguments and input fields; "
            + "those of the committed schema that it does not tell count as unchanged: Query.machines(after:), Place.name, @tag(old:).\n",
            run.Error);
    }

    [Fact]
    public async Task AcceptKeepsWhatItCannotTell()
    {
        await using var server = await StartAsync(Told);
        using var run = Project(server);

        Assert.True(await run.RunAsync("schema", "check", "--accept") == 0, run.Error);

        var accepted = run.Read("schema.graphql");
        Assert.All(
            [
                "after: Place @deprecated(reason: \"Use limit.\")", "name: String @deprecated(reason: \"Use id.\")",
                "@specifiedBy(url: \"https://time.example\")",
                "input Place @oneOf",
                "old: [Int!]! = [1] @deprecated",
                "@deprecated(reason: \"Use limit.\") repeatable on FIELD",
                "Machines of a shop.",
            ],
            part => Assert.Contains(part, accepted, StringComparison.Ordinal));
        Assert.Equal(0, await run.RunAsync("schema", "check", "--strict"));
    }

    [Fact]
    public async Task WhatItTellsIsComparedAsEver()
    {
        var changed = Told.Replace("\"name\":\"limit\"", "\"name\":\"first\"", StringComparison.Ordinal)
            .Replace(
                "{\"kind\":\"INPUT_OBJECT\",\"name\":\"Place\",\"inputFields\":[{\"name\":\"id\",\"type\":{\"kind\":\"SCALAR\",\"name\":\"ID\"}}]},",
                "",
                StringComparison.Ordinal);
        await using var server = await StartAsync(changed);
        using var run = Project(server);

        Assert.Equal(1, await run.RunAsync("schema", "check", "--format", "json"));

        // An input of a type that is gone is gone, whatever the server does not tell.
        Assert.Equal(
            [
                "ARG_REMOVED Query.machines(after:)", "ARG_REMOVED Query.machines(limit:)", "OPTIONAL_ARG_ADDED Query.machines(first:)",
                "TYPE_REMOVED ID", "TYPE_REMOVED Place",
            ],
            run.Json.GetProperty("changes").EnumerateArray().Select(
                change => $"{change.GetProperty("code")} {change.GetProperty("path")}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AnInputWithARequiredFieldIsNoLongerOneOf()
    {
        var changed = Told.Replace(
            """{"name":"id","type":{"kind":"SCALAR","name":"ID"}}""",
            """{"name":"id","type":{"kind":"NON_NULL","ofType":{"kind":"SCALAR","name":"ID"}}}""",
            StringComparison.Ordinal);
        await using var server = await StartAsync(changed);
        using var run = Project(server);

        await run.RunAsync("schema", "check", "--format", "json");

        var codes = run.Json.GetProperty("changes").EnumerateArray().Select(change => $"{change.GetProperty("code")} {change.GetProperty("path")}");
        Assert.Contains("ONE_OF_REMOVED Place", codes);
    }

    private static ToolRun Project(ShopServer server) => new(
        (".graphqlrc.json", $$"""{ "schema": "schema.graphql", "documents": "q.graphql", "extensions": { "lathe": { "endpoint": "{{server.Endpoint}}" } } }"""),
        ("schema.graphql", Committed),
        ("q.graphql", Query));

    private static Task<ShopServer> StartAsync(string told) => ShopServer.StartAsync(
        new ShopServerOptions
        {
            Intercept = async context =>
            {
                using var document = await JsonDocument.ParseAsync(context.Request.Body);
                var query = document.RootElement.GetRawText();
                context.Response.ContentType = "application/json";
                var isRefused = query.Contains("__type(name", StringComparison.Ordinal)
                    || Array.Exists(s_unknown, part => query.Contains(part, StringComparison.Ordinal));
                await context.Response.WriteAsync(isRefused ? """{"errors":[{"message":"Unknown field or argument."}]}""" : told);
                return true;
            },
        },
        TestContext.Current.CancellationToken);
}
