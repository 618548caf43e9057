using System.Net;
using MachineMetrics.Server.Hosting;

namespace Lathe.Samples.Tests.Server;

public sealed class ProtocolTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Good = """{"query":"{ companies { name } }"}""";
    private const string Misspelt = """{"query":"{ machines { nam } }"}""";

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/*", "application/json")]
    [InlineData("application/json", "application/json")]
    [InlineData("application/graphql-response+json", "application/graphql-response+json")]
    [InlineData("application/graphql-response+json, application/json;q=0.9", "application/graphql-response+json")]
    [InlineData("application/graphql-response+json;q=0.5, application/json", "application/json")]
    [InlineData("text/html, application/graphql-response+json;q=0.1", "application/graphql-response+json")]
    public async Task MediaTypeIsNegotiated(string? accept, string expected)
    {
        using var response = await server.PostAsync("/graphql", Good, server.Server.Key, accept);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(expected, response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("Ridgeline Precision", (await response.JsonAsync())["data"]!["companies"]![0]!["name"]!.ToString());
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/json;q=0")]
    public async Task NothingAcceptableIsRefused(string accept)
    {
        using var response = await server.PostAsync("/graphql", Good, server.Server.Key, accept);
        Assert.Equal(HttpStatusCode.NotAcceptable, response.StatusCode);
    }

    [Theory]
    [InlineData("application/json", HttpStatusCode.OK)]
    [InlineData("application/graphql-response+json", HttpStatusCode.BadRequest)]
    public async Task InvalidOperationHasTheStatusOfItsMediaType(string accept, HttpStatusCode expected)
    {
        using var response = await server.PostAsync("/graphql", Misspelt, server.Server.Key, accept);
        Assert.Equal(expected, response.StatusCode);
        var body = await response.JsonAsync();
        Assert.False(body.AsObject().ContainsKey("data"));
        Assert.Equal("Cannot query field 'nam' on type 'Machine'. Did you mean 'name'?", body["errors"]![0]!["message"]!.ToString());
    }

    [Theory]
    [InlineData("{", "application/json")]
    [InlineData("[]", "application/json")]
    [InlineData("""{"query":"{ machines { name } }","variables":7}""", "application/json")]
    [InlineData("""{"query":"{ machines { name } }"}""", "text/plain")]
    public async Task BodyThatIsNoJsonRequestIsRefused(string body, string contentType)
    {
        using var response = await server.PostAsync(server.Server, "/graphql", body, server.Server.Key.Secret, contentType: contentType);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("""{"message":"Problem parsing JSON"}""", (await response.JsonAsync()).ToJsonString());
    }

    [Fact]
    public async Task RequestWithoutQueryIsAnError()
    {
        using var response = await server.PostAsync("/graphql", "{}", server.Server.Key, "application/graphql-response+json");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("The request has no query.", (await response.JsonAsync())["errors"]![0]!["message"]!.ToString());
    }

    [Fact]
    public async Task OperationNameChoosesTheOperation()
    {
        const string Both = """{"query":"query A { jobs(limit: 1) { name } } query B { parts(limit: 1) { partNumber } }","operationName":"B"}""";
        using var response = await server.PostAsync("/graphql", Both, server.Server.Key);
        Assert.Equal(["RP-1180"], (await response.JsonAsync())["data"]!["parts"].Pluck("partNumber"));
        Assert.Contains(new RequestRecord("POST", "/graphql", "B", 200), server.Server.Requests);
    }

    [Fact]
    public async Task ApiReadsOnly()
    {
        var data = await server.QueryAsync("{ __schema { mutationType { name } } }");
        Assert.Null(data["__schema"]!["mutationType"]);
        var mutation = await server.AskAsync("mutation { deleteMachine { name } }");
        Assert.Null(mutation["data"]);
        Assert.NotEmpty(mutation["errors"]!.AsArray());
    }

    [Fact]
    public async Task SubscriptionIsRefusedWithAReason()
    {
        var response = await server.AskAsync("subscription { machines { name } }");
        Assert.Equal("SUBSCRIPTION_NOT_SUPPORTED", response["errors"]![0]!["extensions"]!["code"]!.ToString());
    }

    [Fact]
    public async Task EveryRootFieldHasData()
    {
        var schema = await server.QueryAsync(
            "{ __type(name: \"Query\") { fields { name args { name } type { ofType { ofType { ofType { name } } } } } } }");
        foreach (var field in schema["__type"]!["fields"]!.AsArray())
        {
            if (field!["args"].Pluck("name").Contains("args"))
                continue;
            var data = await server.QueryAsync($"{{ {field["name"]} {{ __typename }} }}");
            Assert.NotEmpty(data[field["name"]!.ToString()]!.AsArray());
        }
    }

    [Fact]
    public async Task InterceptorPlaysFaults()
    {
        await using var faulty = await ShopServer.StartAsync(
            new ShopServerOptions
            {
                Intercept = context =>
                {
                    context.Response.StatusCode = 503;
                    return Task.FromResult(true);
                },
            },
            TestContext.Current.CancellationToken);
        using var response = await server.PostAsync(faulty, "/graphql", Good, faulty.Key.Secret);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
    }
}
