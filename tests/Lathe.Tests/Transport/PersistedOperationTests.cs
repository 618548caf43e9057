using System.Text.Json;
using Lathe.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Lathe.Tests.Transport;

public sealed class PersistedOperationTests
{
    [Theory]
    [InlineData(200, """{"errors":[{"message":"PersistedQueryNotFound","extensions":{"code":"PERSISTED_QUERY_NOT_FOUND"}}]}""")]
    [InlineData(400, """{"errors":[{"message":"PersistedQueryNotFound"}]}""")]
    public async Task TheTextFollowsWhenTheServerDoesNotKnowTheHash(int status, string unknown)
    {
        var known = false;
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            if (known)
                return Reply.Json(context, MachinesOperation.TwoMachines);
            known = true;
            return Reply.Json(context, unknown, status: status);
        });
        await using var client = TestClient.Create(server.Endpoint, options: o => o.PersistedOperations = PersistedOperationMode.Automatic);
        await client.MachinesAsync(variables: new TestVariables(("limit", 1)));
        await client.MachinesAsync();
        var bodies = server.Received.Select(request => JsonDocument.Parse(request.Body).RootElement).ToList();
        Assert.Equal([false, true, false], bodies.Select(body => body.TryGetProperty("query", out _)));
        Assert.All(bodies, body => Assert.Equal(
            MachinesOperation.Hash, body.GetProperty("extensions").GetProperty("persistedQuery").GetProperty("sha256Hash").GetString()));
        Assert.Equal(1, bodies[1].GetProperty("variables").GetProperty("limit").GetInt32());
    }

    [Fact]
    public async Task TrustedDocumentsAreSentByIdAlone()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var client = TestClient.Create(server.Endpoint, options: o => o.PersistedOperations = PersistedOperationMode.Trusted);
        await client.MachinesAsync();
        Assert.Equal(
            $$"""{"operationName":"Machines","documentId":"sha256:{{MachinesOperation.Hash}}"}""", Assert.Single(server.Received).Body);
    }

    [Theory]
    [InlineData(PersistedOperationMode.None)]
    [InlineData(PersistedOperationMode.Automatic)]
    [InlineData(PersistedOperationMode.Trusted)]
    public async Task QueriesGoByGetWhereConfiguredAndMutationsNever(PersistedOperationMode mode)
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var client = TestClient.Create(
            new Uri(server.Endpoint + "?v=1"), options: o => (o.UseGetForQueries, o.PersistedOperations) = (true, mode));
        await client.MachinesAsync(variables: new TestVariables(("name", "a&b=ü")));
        await client.RenameAsync();
        Assert.Equal(["GET", "POST"], server.Received.Select(r => r.Method));
        var request = server.Received.First();
        Assert.Empty(request.Body);
        var query = QueryHelpers.ParseQuery(new Uri("http://x" + request.Target).Query);
        Assert.Equal("1", query["v"]);
        Assert.Equal("Machines", query["operationName"]);
        Assert.Equal("a&b=ü", JsonDocument.Parse(query["variables"].ToString()).RootElement.GetProperty("name").GetString());
        Assert.Equal(
            mode == PersistedOperationMode.None ? MachinesOperation.Text : "", query.TryGetValue("query", out var text) ? text.ToString() : "");
        Assert.Equal(mode == PersistedOperationMode.Automatic, query.ContainsKey("extensions"));
        Assert.Equal(mode == PersistedOperationMode.Trusted, query.ContainsKey("documentId"));
    }

    [Fact]
    public async Task AnUnknownHashOfAGetIsFollowedByAPost()
    {
        await using var server = await LoopbackServer.StartAsync(context => HttpMethods.IsGet(context.Request.Method)
            ? Reply.Json(context, """{"errors":[{"message":"PersistedQueryNotFound"}]}""")
            : Reply.Json(context, MachinesOperation.TwoMachines));
        await using var client = TestClient.Create(
            server.Endpoint, options: o => (o.UseGetForQueries, o.PersistedOperations) = (true, PersistedOperationMode.Automatic));
        Assert.Equal(2, (await client.MachinesAsync()).RequireData().Machines.Count);
        Assert.Equal(["GET", "POST"], server.Received.Select(r => r.Method));
    }

    [Theory]
    [InlineData(PersistedOperationMode.None, 1500, "GET")]
    [InlineData(PersistedOperationMode.None, 2100, "POST")]
    [InlineData(PersistedOperationMode.Trusted, 2100, "POST")]
    public async Task AQueryTooLongForAnAddressIsPosted(PersistedOperationMode mode, int length, string method)
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var client = TestClient.Create(server.Endpoint, options: o => (o.UseGetForQueries, o.PersistedOperations) = (true, mode));
        await client.MachinesAsync(variables: new TestVariables(("name", new string('x', length))));
        var request = Assert.Single(server.Received);
        Assert.Equal(method, request.Method);
        Assert.Equal(mode == PersistedOperationMode.Trusted, request.Body.Contains("documentId", StringComparison.Ordinal));
    }
}
