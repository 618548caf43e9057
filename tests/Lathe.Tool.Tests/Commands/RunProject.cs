using System.Collections.Concurrent;
using System.Text.Json;
using MachineMetrics.Server.Hosting;
using Microsoft.AspNetCore.Http;

namespace Lathe.Tool.Tests.Commands;

/// <summary>A project whose operations are run against a server that answers what a test says and keeps what it was sent.</summary>
internal sealed class RunProject : IAsyncDisposable
{
    private const string Schema = """
        type Query {
          machines(limit: Int! = 5, where: Filter, kinds: [Kind!], since: timestamptz, note: String, pick: Pick, extra: jsonb, exact: Boolean,
            share: Float, ids: [ID!]): [Machine!]!
          machine(id: ID!): Machine
          labels: [String]
          old: Int
        }
        type Mutation { stop(id: ID!): Machine }
        type Subscription { machine: Machine }
        type Machine { id: ID! name: String model: Model tags: [String!] speed: Float on: Boolean parts: [Part] }
        type Model { name: String maker: String }
        type Part { id: ID }
        input Filter { name: String, and: [Filter!], at: Int!, kind: Kind }
        input Pick @oneOf { id: ID, name: String }
        enum Kind { MILL LATHE }
        scalar timestamptz
        scalar jsonb
        directive @oneOf on INPUT_OBJECT
        """;

    private readonly ShopServer _server;
    private readonly ConcurrentQueue<(string Body, string Key)> _received;

    private RunProject(ShopServer server, ConcurrentQueue<(string Body, string Key)> received, (string Path, string Text)[] files)
    {
        (_server, _received) = (server, received);
        var configuration = $$"""
            {"schema":"schema.graphql","documents":"Q/**/*.graphql","extensions":{"lathe":{"endpoint":"{{server.Endpoint}}"} } }
            """;
        Run = new ToolRun([("schema.graphql", Schema), (".graphqlrc.json", configuration), .. files]);
    }

    public ToolRun Run { get; }

    /// <summary>Gets the bodies that were received.</summary>
    public IReadOnlyList<JsonElement> Bodies => [.. _received.Select(one => JsonDocument.Parse(one.Body).RootElement)];

    /// <summary>Gets the headers <c>Authorization</c> that were received.</summary>
    public IReadOnlyList<string> Keys => [.. _received.Select(one => one.Key)];

    public static async Task<RunProject> StartAsync(string answer, params (string Path, string Text)[] files)
    {
        var received = new ConcurrentQueue<(string Body, string Key)>();
        var options = new ShopServerOptions
        {
            Intercept = async context =>
            {
                using var reader = new StreamReader(context.Request.Body);
                received.Enqueue((await reader.ReadToEndAsync(), context.Request.Headers.Authorization.ToString()));
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync(answer);
                return true;
            },
        };
        return new(await ShopServer.StartAsync(options, TestContext.Current.CancellationToken), received, files);
    }

    public async ValueTask DisposeAsync()
    {
        Run.Dispose();
        await _server.DisposeAsync();
    }
}
