using MachineMetrics.Server.Hosting;
using Microsoft.AspNetCore.Http;

namespace Lathe.Tool.Tests.Commands;

/// <summary>Types in many lists, as GeoJSON has them, are downloaded whole. GraphQL.NET answers.</summary>
public sealed class NestedTypesTests
{
    [Theory]
    [InlineData("[[[[Float!]!]!]!]!", 1)]
    [InlineData("[[[[[Float!]!]!]!]!]!", 2)]
    [InlineData("[[[[[[[[[[Float!]!]!]!]!]!]!]!]!]!]!", 3)]
    public async Task ATypeIsAskedForToItsLastLevel(string type, int questions)
    {
        await using var server = await StartAsync(type);
        using var run = new ToolRun();
        run.Environment["KEY"] = server.Key.Secret;
        Assert.True(await run.RunAsync("schema", "download", "--endpoint", server.Endpoint.AbsoluteUri, "--token-env", "KEY") == 0, run.Error);
        Assert.Contains($"  a: {type}\n", run.Read("schema.graphql"), StringComparison.Ordinal);
        Assert.All(server.Requests, request => Assert.Equal("IntrospectionQuery", request.OperationName));

        // The server knows no deprecated directives: it refuses the first question, and is asked what it knows.
        Assert.Equal(2 + questions, server.Requests.Count);
    }

    [Fact]
    public async Task ATypeInMoreListsThanAnybodyMeansIsRefused()
    {
        const string Type = "\"type\":{\"kind\":\"SCALAR\",\"name\":\"Int\"}";
        var endless = RecordingServer.Told.Replace(Type, "\"type\":{\"kind\":\"NON_NULL\"}", StringComparison.Ordinal);
        await using var server = await ShopServer.StartAsync(
            new ShopServerOptions
            {
                Intercept = async context =>
                {
                    await context.Response.WriteAsync(endless);
                    return true;
                },
            },
            TestContext.Current.CancellationToken);
        using var run = new ToolRun(("schema.graphql", "type Query { a: Int }"));
        Assert.Contains(
            "has a type in more than 72 lists. Ask its operators for the schema as a file.",
            await run.FailAsync("schema", "download", "--endpoint", server.Endpoint.AbsoluteUri),
            StringComparison.Ordinal);
        Assert.Equal("type Query { a: Int }", run.Read("schema.graphql"));
    }

    private static Task<ShopServer> StartAsync(string type) => ShopServer.StartAsync(
        new ShopServerOptions { Schema = $"type Query {{ a: {type} }}" }, TestContext.Current.CancellationToken);
}
