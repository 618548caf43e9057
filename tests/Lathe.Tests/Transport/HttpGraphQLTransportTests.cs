using System.Net;
using System.Text.Json;
using Lathe.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Lathe.Tests.Transport;

public sealed class HttpGraphQLTransportTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SendsTheDocumentNameAndVariablesAsTheDraftSays()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var client = TestClient.Create(server.Endpoint);
        var result = await client.MachinesAsync(
            new() { Headers = { new("X-Trace", "7") } }, new TestVariables(("limit", 2), ("name", "Ä\"<\u2028"), ("none", null)));
        Assert.Equal([new Machine("Mill", 1), new Machine("Lathe", 2)], result.RequireData().Machines);
        var request = Assert.Single(server.Received);
        Assert.Equal("POST", request.Method);
        Assert.Equal("application/json", request.Headers.ContentType);
        Assert.Equal("application/graphql-response+json, application/json;q=0.9", request.Headers.Accept);
        Assert.Equal("zstd, gzip, deflate, br", request.Headers.AcceptEncoding);
        Assert.Equal("7", request.Headers["X-Trace"]);
        using var body = JsonDocument.Parse(request.Body);
        Assert.Equal(MachinesOperation.Text, body.RootElement.GetProperty("query").GetString());
        Assert.Equal("Machines", body.RootElement.GetProperty("operationName").GetString());
        var variables = body.RootElement.GetProperty("variables");
        Assert.Equal(2, variables.GetProperty("limit").GetInt32());
        Assert.Equal("Ä\"<\u2028", variables.GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Null, variables.GetProperty("none").ValueKind);
    }

    [Fact]
    public async Task WithoutVariablesNoneAreSent()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var client = TestClient.Create(server.Endpoint);
        await client.MachinesAsync();
        using var body = JsonDocument.Parse(Assert.Single(server.Received).Body);
        Assert.False(body.RootElement.TryGetProperty("variables", out _));
    }

    [Fact]
    public async Task SpeaksHttp2OverTls()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines, tls: true);
        await using var client = TestClient.Create(server.Endpoint);
        await client.MachinesAsync();
        Assert.Equal("HTTP/2", Assert.Single(server.Received).Protocol);
    }

    [Fact]
    public async Task PartialDataErrorsExtensionsStatusAndHeadersAreOnTheResult()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers["X-RateLimit-Remaining"] = "999";
            return Reply.Json(context, """
                {"extensions":{"cost":3},"errors":[{"message":"No such machine","locations":[{"line":2,"column":5}],
                "path":["machines",1,"name"],"extensions":{"code":"NOT_FOUND","retry":false}}],"data":{"machines":[{"name":"Mill","number":null}]}}
                """);
        });
        await using var client = TestClient.Create(server.Endpoint);
        var result = await client.MachinesAsync();
        Assert.Equal([new Machine("Mill", null)], result.Data!.Machines);
        var error = Assert.Single(result.Errors);
        Assert.Equal("No such machine [NOT_FOUND] at machines[1].name (line 2, column 5)", error.ToString());
        Assert.Equal("NOT_FOUND", error.Code);
        Assert.Equal([new GraphQLErrorLocation(2, 5)], error.Locations);
        Assert.Equal([new("machines"), new(1), new("name")], error.Path);
        Assert.False(error.GetExtension("retry")!.Value.GetBoolean());
        Assert.Equal(3, result.Extensions!.Value.GetProperty("cost").GetInt32());
        Assert.Equal(HttpStatusCode.OK, result.StatusCode);
        Assert.Equal("999", result.Headers!.GetValues("X-RateLimit-Remaining").Single());
        var exception = Assert.Throws<GraphQLException>(() => result.RequireData());
        Assert.Equal("NOT_FOUND", exception.Code);
        Assert.Same(result.Errors, exception.Errors);
    }

    [Theory]
    [InlineData(Reply.NewType, 400)]
    [InlineData(Reply.NewType + "; charset=utf-8", 500)]
    [InlineData(Reply.NewType, 200)]
    [InlineData("application/json; charset=utf-8", 200)]
    public async Task ARequestErrorIsAValueWhereTheMediaTypeVouchesForIt(string type, int status)
    {
        await using var server = await LoopbackServer.StartAsync(
            context => Reply.Json(context, """{"errors":[{"message":"Unknown field"}]}""", type, status));
        await using var client = TestClient.Create(server.Endpoint);
        var result = await client.MachinesAsync();
        Assert.Null(result.Data);
        Assert.Equal("Unknown field", Assert.Single(result.Errors).Message);
        Assert.Equal(status, (int)result.StatusCode!);
    }

    [Theory]
    [InlineData("application/json", 400, """{"errors":[{"message":"Unknown field"}]}""", "The server says: Unknown field")]
    [InlineData("text/html", 502, "<h1>Bad gateway</h1>", "The answer begins: <h1>Bad gateway</h1>")]
    [InlineData("text/html", 200, "<h1>Sign in</h1>", "That is no GraphQL answer")]
    [InlineData("text/plain", 404, "Cannot POST /graphql", "Is Endpoint the server's GraphQL address?")]
    public async Task AnyOtherAnswerIsAnExceptionWithStatusTypeAndBody(string type, int status, string body, string said)
    {
        await using var server = await LoopbackServer.StartAsync(context => Reply.Json(context, body, type, status));
        await using var client = TestClient.Create(server.Endpoint);
        var exception = await Assert.ThrowsAsync<GraphQLHttpException>(() => client.MachinesAsync());
        Assert.Equal(status, (int)exception.StatusCode);
        Assert.Equal(type, exception.MediaType);
        Assert.Equal(body, exception.Body);
        Assert.Contains(said, exception.Message, StringComparison.Ordinal);
        Assert.StartsWith($"Machines was answered with {status} ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALongErrorPageIsCut()
    {
        await using var server = await LoopbackServer.StartAsync(context => Reply.Json(context, new string('x', 1_000_000), "text/plain", 500));
        await using var client = TestClient.Create(server.Endpoint, options: o => o.MaxBodyExcerpt = 100);
        var exception = await Assert.ThrowsAsync<GraphQLHttpException>(() => client.MachinesAsync());
        Assert.Equal(new string('x', 100), exception.Body);
    }

    [Fact]
    public async Task AServerThatIsNotThereIsNamed()
    {
        var server = await LoopbackServer.StartAsync("{}");
        var endpoint = server.Endpoint;
        await server.DisposeAsync();
        await using var client = TestClient.Create(endpoint);
        var exception = await Assert.ThrowsAsync<GraphQLConnectionException>(() => client.MachinesAsync());
        Assert.StartsWith($"Machines: no connection to {endpoint.GetLeftPart(UriPartial.Authority)}.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUntrustedCertificateIsRefused()
    {
        await using var server = await LoopbackServer.StartAsync("{}", tls: true);
        using var http = new HttpClient();
        var transport = new HttpGraphQLTransport(http, new() { Endpoint = server.Endpoint });
        var exception = await Assert.ThrowsAsync<GraphQLConnectionException>(
            () => transport.SendAsync(MachinesOperation.Query, cancellationToken: Stop));
        Assert.Contains("no secure connection to", exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task AHeaderCannotBeSmuggledIn()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var client = TestClient.Create(server.Endpoint);
        await Assert.ThrowsAsync<ArgumentException>(() => client.MachinesAsync(new() { Headers = { new("X-A", "1\r\nX-B: 2") } }));
        await Assert.ThrowsAsync<ArgumentException>(() => client.MachinesAsync(new() { Headers = { new("X A", "1") } }));
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task ASubscriptionIsNotSentAsAQuery()
    {
        await using var client = TestClient.Create(new Uri("https://localhost/"));
        var exception = await Assert.ThrowsAsync<ArgumentException>(
            () => client.Transport.SendAsync(MachinesOperation.Subscription, cancellationToken: Stop));
        Assert.Contains("Use SubscribeAsync", exception.Message, StringComparison.Ordinal);
    }
}
