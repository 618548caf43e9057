using System.Text.Json;
using Lathe.Tests.Support;
using Microsoft.AspNetCore.WebUtilities;

namespace Lathe.Tests.Transport;

/// <summary>What the first release of GraphQL over HTTP (November 2026) asks of clients; <c>docs/transport.md</c> lists it.</summary>
public sealed class OverHttpTests
{
    [Fact]
    public async Task TheMediaTypesOfAnswersAreAskedFor()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var client = TestClient.Create(server.Endpoint);
        await client.MachinesAsync();
        await client.RenameAsync();
        Assert.All(
            server.Received, request => Assert.Equal("application/graphql-response+json, application/json;q=0.9", request.Headers.Accept.ToString()));
    }

    [Fact]
    public async Task ABodyIsJsonAndSaysSo()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var client = TestClient.Create(server.Endpoint);
        await client.MachinesAsync(variables: new TestVariables(("name", "ü\n\"")));
        var request = Assert.Single(server.Received);
        Assert.Equal("application/json", request.Headers.ContentType.ToString());
        using var body = JsonDocument.Parse(request.Body);
        Assert.Equal(MachinesOperation.Text, body.RootElement.GetProperty("query").GetString());
        Assert.Equal("Machines", body.RootElement.GetProperty("operationName").GetString());
        Assert.Equal("ü\n\"", body.RootElement.GetProperty("variables").GetProperty("name").GetString());
    }

    // documentId is of the proposal "Persisted Documents", and stands in place of the query.
    [Theory]
    [InlineData(PersistedOperationMode.None, "query operationName variables", "query operationName")]
    [InlineData(PersistedOperationMode.Automatic, "operationName variables extensions", "operationName extensions")]
    [InlineData(PersistedOperationMode.Trusted, "operationName documentId variables", "operationName documentId")]
    public async Task ARequestHasNoOtherMembers(PersistedOperationMode mode, string withVariables, string without)
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var client = TestClient.Create(server.Endpoint, options: o => o.PersistedOperations = mode);
        await client.MachinesAsync(variables: new TestVariables(("limit", 1)));
        await client.MachinesAsync();
        await client.RenameAsync();
        var members = server.Received.Select(request => MembersOf(request.Body)).ToList();
        Assert.Equal([Sorted(withVariables), Sorted(without), Sorted(without)], members);
    }

    [Fact]
    public async Task AnAddressHoldsTheParametersAsAFormDoes()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var client = TestClient.Create(server.Endpoint, options: o => o.UseGetForQueries = true);
        await client.MachinesAsync(variables: new TestVariables(("name", "a+b&c=d% ü")));
        var query = QueryHelpers.ParseQuery(new Uri("http://x" + Assert.Single(server.Received).Target).Query);
        Assert.Equal(["operationName", "query", "variables"], query.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(MachinesOperation.Text, query["query"]);
        Assert.Equal("""{"name":"a+b&c=d% ü"}""", query["variables"]);
    }

    [Fact]
    public async Task AMutationNeverGoesByGetOrQuery()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var client = TestClient.Create(server.Endpoint, options: o => (o.UseGetForQueries, o.UseQueryMethod) = (true, true));
        await client.RenameAsync();
        Assert.Equal("POST", Assert.Single(server.Received).Method);
    }

    [Theory]
    [InlineData(294, """{"data":{"machines":[]},"errors":[{"message":"some are missing","path":["machines",0]}]}""", true)]
    [InlineData(294, """{"data":null,"errors":[{"message":"some are missing","path":["machines"]}]}""", false)]
    [InlineData(400, """{"errors":[{"message":"some are missing"}]}""", false)]
    [InlineData(422, """{"errors":[{"message":"some are missing"}]}""", false)]
    [InlineData(405, """{"errors":[{"message":"some are missing"}]}""", false)]
    [InlineData(503, """{"errors":[{"message":"some are missing"}]}""", false)]
    [InlineData(418, """{"data":{"machines":[]},"errors":[{"message":"some are missing"}]}""", true)]
    public async Task AnAnswerOfTheMediaTypeIsReadWhateverItsStatus(int status, string body, bool hasData)
    {
        await using var server = await LoopbackServer.StartAsync(context => Reply.Json(context, body, Reply.NewType, status));
        await using var client = TestClient.Create(server.Endpoint);
        var result = await client.MachinesAsync();
        Assert.Equal((hasData, "some are missing", status), (result.Data is not null, Assert.Single(result.Errors).Message, (int)result.StatusCode!));
    }

    [Theory]
    [InlineData(294, false)]
    [InlineData(422, true)]
    [InlineData(400, true)]
    public async Task AnAnswerOfTheOlderTypeIsReadWhereItsStatusIs2xx(int status, bool fails)
    {
        const string Body = """{"data":{"machines":[]},"errors":[{"message":"some are missing"}]}""";
        await using var server = await LoopbackServer.StartAsync(context => Reply.Json(context, Body, status: status));
        await using var client = TestClient.Create(server.Endpoint);
        var failure = await Record.ExceptionAsync(() => client.MachinesAsync());
        Assert.Equal(fails, failure is GraphQLHttpException exception && (int)exception.StatusCode! == status);
    }

    [Fact]
    public async Task WithoutACharsetAnAnswerIsUtf8()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.ContentType = Reply.NewType;
            return context.Response.Body.WriteAsync("""{"data":{"machines":[{"name":"Fräse","number":1}]}}"""u8.ToArray()).AsTask();
        });
        await using var client = TestClient.Create(server.Endpoint);
        Assert.Equal("Fräse", (await client.MachinesAsync()).RequireData().Machines[0].Name);
    }

    private static string MembersOf(string body)
    {
        using var json = JsonDocument.Parse(body);
        return Sorted(string.Join(' ', json.RootElement.EnumerateObject().Select(member => member.Name)));
    }

    private static string Sorted(string names) => string.Join(' ', names.Split(' ').Order(StringComparer.Ordinal));
}
