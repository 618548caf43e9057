using System.Text.Json;
using Lathe.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Lathe.Tests.Transport;

/// <summary>Queries by the method QUERY (RFC 10008), and by POST where the server does not know it.</summary>
public sealed class QueryMethodTests
{
    [Fact]
    public async Task AQueryGoesByQueryWhereConfiguredAndAMutationByPost()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var client = TestClient.Create(server.Endpoint, options: o => o.UseQueryMethod = true);
        Assert.Equal(2, (await client.MachinesAsync(variables: new TestVariables(("limit", 1)))).RequireData().Machines.Count);
        await client.RenameAsync();
        Assert.Equal(["QUERY", "POST"], server.Received.Select(request => request.Method));
        var request = server.Received.First();
        Assert.Equal(("application/json", "/graphql"), (request.Headers.ContentType.ToString(), request.Target));
        using var body = JsonDocument.Parse(request.Body);
        Assert.Equal(MachinesOperation.Text, body.RootElement.GetProperty("query").GetString());
        Assert.Equal(1, body.RootElement.GetProperty("variables").GetProperty("limit").GetInt32());
    }

    [Theory]
    [InlineData(405, "application/json", false)]
    [InlineData(405, Reply.NewType, true)]
    [InlineData(501, "text/html", true)]
    public async Task AServerThatRefusesItIsSentAPostAndNotAskedAgain(int status, string type, bool tls)
    {
        await using var server = await LoopbackServer.StartAsync(
            context => context.Request.Method == "QUERY"
                ? Reply.Json(context, """{"errors":[{"message":"no"}]}""", type, status)
                : Reply.Json(context, MachinesOperation.TwoMachines),
            tls);
        await using var client = TestClient.Create(server.Endpoint, options: o => o.UseQueryMethod = true);
        for (var i = 0; i < 3; i++)
            Assert.Equal(2, (await client.MachinesAsync(variables: new TestVariables(("limit", i)))).RequireData().Machines.Count);
        Assert.Equal(["QUERY", "POST", "POST", "POST"], server.Received.Select(request => request.Method));
        Assert.Equal(server.Received.ElementAt(0).Body, server.Received.ElementAt(1).Body);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(500)]
    [InlineData(415)]
    public async Task AnyOtherAnswerIsTheAnswer(int status)
    {
        await using var server = await LoopbackServer.StartAsync(context => Reply.Json(context, "no", "text/plain", status));
        await using var client = TestClient.Create(server.Endpoint, options: o => o.UseQueryMethod = true);
        var failure = await Assert.ThrowsAsync<GraphQLHttpException>(() => client.MachinesAsync());
        Assert.Equal(status, (int)failure.StatusCode!);
        Assert.Equal("QUERY", Assert.Single(server.Received).Method);
    }

    [Fact]
    public async Task APostThatIsRefusedTooIsAFailure()
    {
        await using var server = await LoopbackServer.StartAsync(context => Reply.Json(context, "no", "text/plain", 405));
        await using var client = TestClient.Create(server.Endpoint, options: o => o.UseQueryMethod = true);
        await Assert.ThrowsAsync<GraphQLHttpException>(() => client.MachinesAsync());
        Assert.Equal(["QUERY", "POST"], server.Received.Select(request => request.Method));
    }

    [Fact]
    public async Task ADocumentIsTaughtByPost()
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Request.Method == "QUERY"
            ? Reply.Json(context, """{"errors":[{"message":"PersistedQueryNotFound"}]}""")
            : Reply.Json(context, MachinesOperation.TwoMachines));
        await using var client = TestClient.Create(
            server.Endpoint, options: o => (o.UseQueryMethod, o.PersistedOperations) = (true, PersistedOperationMode.Automatic));
        Assert.Equal(2, (await client.MachinesAsync()).RequireData().Machines.Count);
        Assert.Equal(["QUERY", "POST"], server.Received.Select(request => request.Method));
    }

    [Fact]
    public async Task WhatIsTooLongForGetGoesByQuery()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var client = TestClient.Create(
            server.Endpoint, options: o => (o.UseGetForQueries, o.UseQueryMethod, o.MaxGetLength) = (true, true, 400));
        await client.MachinesAsync();
        await client.MachinesAsync(variables: new TestVariables(("name", new string('a', 400))));
        Assert.Equal(["GET", "QUERY"], server.Received.Select(request => request.Method));
    }

    [Fact]
    public async Task TheKeyGoesWithBothAndARejectedOneIsRenewed()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            if (context.Request.Method == "QUERY")
                return Reply.Json(context, "no", "text/plain", 405);
            return context.Request.Headers.Authorization == "Bearer second"
                ? Reply.Json(context, MachinesOperation.TwoMachines)
                : Reply.Json(context, "no", "text/plain", 401);
        }, tls: true);
        await using var client = TestClient.Create(
            server.Endpoint,
            builder => builder.AddBearerToken(
                o => o.Provider = (request, _) => new(BearerToken.Create(request.Rejected is null ? "first" : "second"))),
            o => o.UseQueryMethod = true);
        Assert.Equal(2, (await client.MachinesAsync()).RequireData().Machines.Count);
        Assert.Equal(
            ["QUERY Bearer first", "POST Bearer first", "POST Bearer second"],
            server.Received.Select(request => $"{request.Method} {request.Authorization}"));
    }
}
