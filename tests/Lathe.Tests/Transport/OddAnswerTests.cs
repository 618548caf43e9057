using System.Net;
using System.Text;
using Lathe.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Lathe.Tests.Transport;

/// <summary>What servers, proxies and portals on the way answer now and then.</summary>
public sealed class OddAnswerTests
{
    [Theory]
    [InlineData(204, null, "", "204 NoContent")]
    [InlineData(205, null, "", "205 ResetContent")]
    [InlineData(304, null, "", "304 NotModified")]
    [InlineData(200, "text/html", "<html>Sign in to the network</html>", "no GraphQL answer; is Endpoint")]
    [InlineData(511, "text/html", "<html>Sign in</html>", "511 NetworkAuthenticationRequired (text/html). The server or a proxy")]
    [InlineData(407, null, "", "407 ProxyAuthenticationRequired")]
    [InlineData(200, "application/jsonp", "{}", "application/jsonp")]
    public async Task WhatIsNoGraphqlAnswerSaysWhatItIs(int status, string? type, string body, string said)
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            (context.Response.StatusCode, context.Response.ContentType) = (status, type);
            return body.Length == 0 ? Task.CompletedTask : context.Response.WriteAsync(body);
        });
        await using var client = TestClient.Create(server.Endpoint);
        var exception = await Assert.ThrowsAsync<GraphQLHttpException>(() => client.MachinesAsync());
        Assert.Equal((HttpStatusCode)status, exception.StatusCode);
        Assert.Contains(said, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("redirected", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACaptivePortalIsNamedWithoutItsQuery()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Redirect("http://portal.example.net/login?session=s3cr3t");
            return Task.CompletedTask;
        });
        await using var client = TestClient.Create(server.Endpoint);
        var exception = await Assert.ThrowsAsync<GraphQLHttpException>(() => client.MachinesAsync());
        Assert.Contains("was redirected (302) to http://portal.example.net/login. ", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, "<!doctype html>\n<title>Sign in</title>", " The answer begins: <!doctype html> <title>Sign in</title>")]
    [InlineData(200, "", " It is empty.")]
    [InlineData(200, "[1]", " The answer begins: [1]")]
    public async Task WhatOnlySaysThatItIsJsonIsShownWithStatusAndType(int status, string body, string end)
    {
        await using var server = await LoopbackServer.StartAsync(context => Reply.Json(context, body, "application/json; charset=utf-8", status));
        await using var client = TestClient.Create(server.Endpoint);
        var exception = await Assert.ThrowsAsync<GraphQLResponseException>(() => client.MachinesAsync());
        Assert.EndsWith(end, exception.Message, StringComparison.Ordinal);
        Assert.Equal(((HttpStatusCode?)status, "application/json", body), (exception.StatusCode, exception.MediaType, exception.Body));
    }

    [Theory]
    [InlineData(500, "oops")]
    [InlineData(502, "")]
    [InlineData(400, """{"errors":{}}""")]
    [InlineData(500, """{"data":{"machines":[{"name":5}]}}""")]
    public async Task AStatusThatIsNot2xxSaysMoreThanABodyThatCannotBeRead(int status, string body)
    {
        await using var server = await LoopbackServer.StartAsync(context => Reply.Json(context, body, Reply.NewType, status));
        await using var client = TestClient.Create(server.Endpoint);
        var exception = await Assert.ThrowsAsync<GraphQLHttpException>(() => client.MachinesAsync());
        Assert.Equal(((HttpStatusCode)status, Reply.NewType, body), (exception.StatusCode, exception.MediaType, exception.Body));
        Assert.StartsWith(
            $"Machines was answered with {status} {(HttpStatusCode)status} (application/graphql-response+json).",
            exception.Message,
            StringComparison.Ordinal);
        Assert.DoesNotContain("  ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheBeginningOfAnObjectIsAtHandButNotInTheMessage()
    {
        await using var server = await LoopbackServer.StartAsync($$$"""{"data":{"machines":[{"name":"{{{TestClient.Key}}}","number":"1"}]}}""");
        await using var client = TestClient.Create(server.Endpoint, b => b.AddBearerToken("Api:Key"));
        var exception = await Assert.ThrowsAsync<GraphQLResponseException>(() => client.MachinesAsync());
        Assert.Equal("data.machines[0].number", exception.Path);
        Assert.Equal("""{"data":{"machines":[{"name":"(key hidden)","number":"1"}]}}""", exception.Body);
        Assert.DoesNotContain("hidden", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HalfASurrogatePairInAnErrorIsReplaced()
    {
        await using var server = await LoopbackServer.StartAsync(
            """{"errors":[{"message":"a\ud83d \ud83d\ude00 \\ud83d","path":["\udc00x"],"extensions":{"code":"\ud800","\udfff":[1,"\uD83D\uD83D"]}}],"extensions":{"a":"\udead"}}""");
        await using var client = TestClient.Create(server.Endpoint, b => b.AddBearerToken("Api:Key"));
        var result = await client.MachinesAsync();
        var error = Assert.Single(result.Errors);
        Assert.Equal("a\ufffd \U0001f600 \\ud83d", error.Message);
        Assert.Equal("\ufffd", error.Code);
        Assert.Equal("\ufffdx", Assert.Single(error.Path).Name);
        Assert.Equal("\ufffd\ufffd", error.GetExtension("\ufffd")!.Value[1].GetString());
        Assert.Equal("\ufffd", result.Extensions!.Value.GetProperty("a").GetString());
        Assert.Throws<GraphQLException>(result.RequireData);
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json;charset=\"UTF-8\";profile=x")]
    [InlineData("Application/GraphQL-Response+JSON; charset=utf-8")]
    [InlineData("application/json ; odata=verbose")]
    public async Task ParametersOfTheMediaTypeDoNotMatter(string type)
    {
        await using var server = await LoopbackServer.StartAsync(context => Reply.Json(context, MachinesOperation.TwoMachines, type));
        await using var client = TestClient.Create(server.Endpoint);
        Assert.Equal(2, (await client.MachinesAsync()).RequireData().Machines.Count);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("\"iso-8859-1\"")]
    public async Task TextInAnotherEncodingIsRefusedByName(string charset)
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json; charset=" + charset;
            await context.Response.Body.WriteAsync(Encoding.Unicode.GetBytes(MachinesOperation.TwoMachines));
        });
        await using var client = TestClient.Create(server.Endpoint);
        var exception = await Assert.ThrowsAsync<GraphQLResponseException>(() => client.MachinesAsync());
        Assert.Contains("JSON is read as UTF-8 only", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"data\":{\"machines\":[]}}{}")]
    [InlineData("{\"data\":{\"machines\":[]}}\u0000")]
    [InlineData("{\"data\":{\"machines\":[{\"name\":\"\\ud800\"}]}}")]
    public async Task ABodyThatIsNoResponseIsATypedException(string body)
    {
        await using var server = await LoopbackServer.StartAsync(context => Reply.Json(context, body));
        await using var client = TestClient.Create(server.Endpoint);
        var exception = await Assert.ThrowsAsync<GraphQLResponseException>(() => client.MachinesAsync());
        Assert.StartsWith("The answer to Machines can't be read. ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AByteOrderMarkAndWhiteSpaceDoNotMatter()
    {
        await using var server = await LoopbackServer.StartAsync(
            context => Reply.Json(context, "\uFEFF\r\n" + MachinesOperation.TwoMachines + "\r\n"));
        await using var client = TestClient.Create(server.Endpoint);
        Assert.Equal(2, (await client.MachinesAsync()).RequireData().Machines.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AStreamOfHttp2ThatIsResetIsAConnectionThatBroke(bool inBody)
    {
        var calls = 0;
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            if (++calls > 1)
            {
                await Reply.Json(context, MachinesOperation.TwoMachines);
                return;
            }

            if (inBody)
            {
                await Reply.Json(context, "{\"data\":");
                await context.Response.Body.FlushAsync();
            }

            context.Features.Get<IHttpResetFeature>()!.Reset(errorCode: 2);
        }, tls: true);
        await using var client = TestClient.Create(server.Endpoint);
        await Assert.ThrowsAsync<GraphQLConnectionException>(() => client.MachinesAsync());
        Assert.Equal(2, (await client.MachinesAsync()).RequireData().Machines.Count);
        Assert.All(server.Received, request => Assert.Equal("HTTP/2", request.Protocol));
    }

    [Fact]
    public async Task AContainerThatIsDisposedDuringCallsEndsThem()
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            await Task.Delay(100, context.RequestAborted);
            await Reply.Json(context, MachinesOperation.TwoMachines);
        });
        var client = TestClient.Create(server.Endpoint, b => Microsoft.Extensions.DependencyInjection
            .RateLimiterHttpClientBuilderExtensions.AddRateLimiter(b, o => (o.PermitLimit, o.Window) = (2, TimeSpan.FromMinutes(5))));
        var calls = Enumerable.Range(0, 5).Select(_ => client.MachinesAsync()).ToList();
        await Task.Delay(30, TestContext.Current.CancellationToken);
        await client.DisposeAsync();
        foreach (var call in calls)
        {
            var ended = await Task.WhenAny(call, Task.Delay(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
            Assert.Same(call, ended);
            Assert.True(
                call.IsCompletedSuccessfully || call.Exception?.InnerException is GraphQLTransportException or ObjectDisposedException,
                call.Exception?.ToString());
        }
    }
}
