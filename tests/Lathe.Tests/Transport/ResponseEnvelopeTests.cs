using System.Net;
using Lathe.Tests.Support;

namespace Lathe.Tests.Transport;

/// <summary>What an answer must be, and what it may be.</summary>
public sealed class ResponseEnvelopeTests
{
    [Theory]
    [InlineData("""{"data":{"machines":[{"name":"a","number":1},{"name":7}]}}""", "data.machines[1].name")]
    [InlineData("""{"data":{"machines":[{"name":"a","number":"1"}]}}""", "data.machines[0].number")]
    [InlineData("""{"data":{"machines":{}}}""", "data.machines")]
    [InlineData("""{"data":{"machines":[{"number":1}]}}""", "data.machines[0].name")]
    [InlineData("""{"data":{"machines":[{"name":"a"},{"name":"a","number":1,"name":"b"}]}}""", "data.machines[1].name")]
    [InlineData("""{"data":{"machines":[],"machines":[]}}""", "data.machines")]
    [InlineData("""{"data":[]}""", "data")]
    [InlineData("""{"errors":{}}""", "errors")]
    [InlineData("""{"errors":[1]}""", "errors[0]")]
    [InlineData("""{"data":null,"extensions":[]}""", "extensions")]
    [InlineData("""{"data":null,"data":null}""", "data")]
    public async Task AWrongAnswerNamesThePath(string json, string path)
    {
        await using var server = await LoopbackServer.StartAsync(json);
        await using var client = TestClient.Create(server.Endpoint);
        var exception = await Assert.ThrowsAsync<GraphQLResponseException>(() => client.MachinesAsync());
        Assert.Equal(path, exception.Path);
        Assert.StartsWith("The answer to Machines can't be read. ", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"message":"hello"}""")]
    [InlineData("""{"data":null}{"data":null}""")]
    [InlineData("""{"data":null} x""")]
    [InlineData("""{"data":null""")]
    [InlineData("""{"data":{"machines":[{"name":"a""")]
    [InlineData("<html></html>")]
    public async Task AnAnswerThatIsNoResponseIsRefused(string json)
    {
        await using var server = await LoopbackServer.StartAsync(json);
        await using var client = TestClient.Create(server.Endpoint);
        await Assert.ThrowsAsync<GraphQLResponseException>(() => client.MachinesAsync());
    }

    [Theory]
    [InlineData(401, typeof(GraphQLAuthenticationException))]
    [InlineData(403, typeof(GraphQLForbiddenException))]
    [InlineData(429, typeof(GraphQLTooManyRequestsException))]
    public async Task AStatusAboutTheKeyIsAnExceptionThoughTheAnswerCanBeRead(int status, Type expected)
    {
        const string Errors = "\"errors\":[{\"message\":\"Not you.\"}]";
        await using var server = await LoopbackServer.StartAsync(context => Reply.Json(context, $$"""{{{Errors}}}""", Reply.NewType, status));
        await using var client = TestClient.Create(server.Endpoint);
        var exception = await Assert.ThrowsAnyAsync<GraphQLHttpException>(() => client.MachinesAsync());
        Assert.IsType(expected, exception);
        Assert.Equal("Not you.", Assert.Single(exception.Errors).Message);
        await using var partial = await LoopbackServer.StartAsync(
            context => Reply.Json(context, $$"""{"data":{"machines":[]},{{Errors}}}""", Reply.NewType, status));
        await using var lucky = TestClient.Create(partial.Endpoint);
        var result = await lucky.MachinesAsync();
        Assert.Equal(((HttpStatusCode)status, 0, 1), (result.StatusCode!.Value, result.Data!.Machines.Count, result.Errors.Count));
    }

    [Theory]
    [InlineData("\uFEFF{\"data\":{\"machines\":[]}}")]
    [InlineData(" {\n \"data\" : { \"machines\" : [ ] } , \"errors\" : null , \"extensions\" : null }\r\n")]
    [InlineData("""{"hasNext":false,"extensions":{},"data":{"machines":[]},"errors":[]}""")]
    public async Task WhiteSpaceOrderAndUnknownMembersDoNotMatter(string json)
    {
        await using var server = await LoopbackServer.StartAsync(json);
        await using var client = TestClient.Create(server.Endpoint);
        Assert.Empty((await client.MachinesAsync()).RequireData().Machines);
    }

    [Fact]
    public async Task InvalidUtf8AndDepthAreRefused()
    {
        byte[] invalid = [.. "{\"data\":{\"machines\":[{\"name\":\"a"u8, 0xC3, 0x28, .. "\",\"number\":1}]}}"u8];
        byte[] error = [.. "{\"errors\":[{\"message\":\"a"u8, 0xFF, .. "\"}]}"u8];
        byte[] deep = [.. "{\"data\":null,\"x\":"u8, .. Enumerable.Repeat((byte)'[', 100_000), .. Enumerable.Repeat((byte)']', 100_000), (byte)'}'];
        foreach (var body in new[] { invalid, error, deep })
        {
            await using var server = await LoopbackServer.StartAsync(context =>
            {
                context.Response.ContentType = "application/json";
                return context.Response.Body.WriteAsync(body).AsTask();
            });
            await using var client = TestClient.Create(server.Endpoint);
            await Assert.ThrowsAsync<GraphQLResponseException>(() => client.MachinesAsync());
        }
    }
}
