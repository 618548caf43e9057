using System.Net;
using Lathe.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lathe.Tests.Authentication;

public sealed class RenewalTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private int _issued;

    [Fact]
    public async Task A401RenewsOnceForAllWhoWaitAndSendsOnceMore()
    {
        await using var server = await LoopbackServer.StartAsync(context => AnswerAsync(context, "Bearer token-2"), tls: true);
        await using var client = TestClient.Create(server.Endpoint, b => b.AddBearerToken(o => o.Provider = IssueAsync));
        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => client.MachinesAsync()));
        Assert.All(results, result => Assert.Equal(2, result.RequireData().Machines.Count));
        Assert.Equal(2, _issued);
    }

    [Fact]
    public async Task AStormOf1000CallsRenewsOnce()
    {
        await using var server = await LoopbackServer.StartAsync(context => AnswerAsync(context, "Bearer token-2"), tls: true);
        await using var client = TestClient.Create(server.Endpoint, b => b.AddBearerToken(o => o.Provider = IssueAsync));
        var results = await Task.WhenAll(Enumerable.Range(0, Rounds.Of(1000)).Select(_ => client.MachinesAsync()));
        Assert.All(results, result => Assert.Equal(2, result.RequireData().Machines.Count));
        Assert.Equal(2, _issued);
    }

    [Fact]
    public async Task AProviderThatGivesTheSameKeyAgainMakesThe401TheAnswer()
    {
        await using var server = await LoopbackServer.StartAsync(context => AnswerAsync(context, "Bearer never"));
        var asked = 0;
        await using var client = TestClient.Create(server.Endpoint, b => b.AddBearerToken(o => o.Provider = (_, _) =>
        {
            Interlocked.Increment(ref asked);
            return new(BearerToken.Create("same"));
        }));
        await Assert.ThrowsAsync<GraphQLAuthenticationException>(() => client.MachinesAsync());
        Assert.Equal(2, asked);
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task AProviderThatFailsWhileItRenewsFailsAllWhoWaitAndNotThoseWhoComeLater()
    {
        await using var server = await LoopbackServer.StartAsync(context => AnswerAsync(context, "Bearer token-2"));
        await using var client = TestClient.Create(server.Endpoint, b => b.AddBearerToken(o => o.Provider = async (_, stop) =>
        {
            await Task.Delay(20, stop);
            return Interlocked.Increment(ref _issued) switch
            {
                1 => BearerToken.Create("token-1"),
                2 => throw new InvalidOperationException("The vault is asleep."),
                _ => BearerToken.Create("token-2"),
            };
        }));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            try
            {
                return (await client.MachinesAsync()).RequireData().Machines.Count;
            }
            catch (BearerTokenException)
            {
                return -1;
            }
        }));
        Assert.Contains(-1, outcomes);
        Assert.All(outcomes, outcome => Assert.True(outcome is -1 or 2));
        Assert.Equal(2, (await client.MachinesAsync()).RequireData().Machines.Count);
        Assert.Equal(3, _issued);
    }

    [Theory]
    [InlineData("invalid-jwt")]
    [InlineData("UNAUTHENTICATED")]
    public async Task A200ThatSaysSoRenewsToo(string code)
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Request.Headers.Authorization == "Bearer token-2"
            ? Reply.Json(context, MachinesOperation.TwoMachines)
            : Reply.Json(context, $$$"""{"errors":[{"message":"JWT expired","extensions":{"code":"{{{code}}}"}}]}"""));
        await using var client = TestClient.Create(server.Endpoint, b => b.AddBearerToken(o => o.Provider = IssueAsync));
        Assert.Equal(2, (await client.MachinesAsync()).RequireData().Machines.Count);
        Assert.Equal(["Bearer token-1", "Bearer token-2"], server.Received.Select(r => r.Authorization));
        Assert.All(server.Received, request => Assert.Equal(server.Received.First().Body, request.Body));
    }

    [Theory]
    [InlineData(400, "application/json")]
    [InlineData(500, "application/json")]
    [InlineData(403, "application/json")]
    [InlineData(400, Reply.NewType)]
    public async Task AnyOtherStatusThatSaysSoRenewsOnceToo(int status, string type)
    {
        const string Expired = """{"errors":[{"message":"JWT expired","extensions":{"code":"UNAUTHENTICATED"}}]}""";
        await using var server = await LoopbackServer.StartAsync(context => context.Request.Headers.Authorization == "Bearer token-2"
            ? Reply.Json(context, MachinesOperation.TwoMachines)
            : Reply.Json(context, Expired, type, status));
        await using var client = TestClient.Create(server.Endpoint, b => b.AddBearerToken(o => o.Provider = IssueAsync));
        Assert.Equal(2, (await client.MachinesAsync()).RequireData().Machines.Count);
        await using var stuck = TestClient.Create(server.Endpoint, b => b.AddBearerToken("Api:Key"));
        if (type == Reply.NewType)
            Assert.Equal("UNAUTHENTICATED", Assert.Single((await stuck.MachinesAsync()).Errors).Code);
        else
            Assert.Equal(status, (int)(await Assert.ThrowsAnyAsync<GraphQLHttpException>(() => stuck.MachinesAsync())).StatusCode);
        Assert.Equal(3, server.Received.Count);
    }

    [Fact]
    public async Task AMutationThatExecutedAnythingIsNotSentAgain()
    {
        await using var server = await LoopbackServer.StartAsync(
            """{"data":null,"errors":[{"message":"no","path":["b"],"extensions":{"code":"UNAUTHENTICATED"}}]}""");
        await using var client = TestClient.Create(server.Endpoint, b => b.AddBearerToken(o => o.Provider = IssueAsync));
        Assert.Equal("UNAUTHENTICATED", Assert.Single((await client.RenameAsync()).Errors).Code);
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task ASecond401IsTheAnswer()
    {
        await using var server = await LoopbackServer.StartAsync(context => AnswerAsync(context, "Bearer never"));
        await using var client = TestClient.Create(server.Endpoint, b => b.AddBearerToken(o => o.Provider = IssueAsync));
        var exception = await Assert.ThrowsAsync<GraphQLAuthenticationException>(() => client.MachinesAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, exception.StatusCode);
        Assert.Contains("the server rejected the key (401)", exception.Message, StringComparison.Ordinal);
        Assert.Equal(2, server.Received.Count);
    }

    [Fact]
    public async Task WithoutANewerKeyNothingIsSentAgain()
    {
        await using var server = await LoopbackServer.StartAsync(context => AnswerAsync(context, "Bearer never"));
        await using var client = TestClient.Create(server.Endpoint, b => b.AddBearerToken("Api:Key"));
        await Assert.ThrowsAsync<GraphQLAuthenticationException>(() => client.MachinesAsync());
        Assert.Single(server.Received);
        await using var keyless = TestClient.Create(server.Endpoint);
        var exception = await Assert.ThrowsAsync<GraphQLAuthenticationException>(() => keyless.MachinesAsync());
        Assert.Contains("wants a key (401), and none was sent", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bearer token-2", "The server rejected the key of client 'test'; there is a newer one.")]
    [InlineData(
        "Bearer never",
        "The server rejected the key of client 'test', and its source has no newer one. Check that the key is whole, not expired and for this "
            + "server.")]
    public async Task TheLogSaysWhetherThereIsANewerKey(string accepted, string expected)
    {
        var log = new ListLogger();
        await using var server = await LoopbackServer.StartAsync(context => AnswerAsync(context, accepted));
        await using var client = TestClient.Create(server.Endpoint, b =>
        {
            b.Services.AddLogging(logging => logging.AddProvider(log));
            b.AddBearerToken(o => o.Provider = (_, _) => new(BearerToken.Create($"token-{Math.Min(2, Interlocked.Increment(ref _issued))}")));
        });
        for (var call = 0; call < 2; call++)
            await Record.ExceptionAsync(() => client.MachinesAsync());
        Assert.Contains(expected, log.Lines);
    }

    [Fact]
    public async Task ARestRequestIsSentAgainOnlyWhenItsBodyCanBe()
    {
        await using var server = await LoopbackServer.StartAsync(context => AnswerAsync(context, "Bearer token-2"));
        var services = new ServiceCollection().AddLogging();
        services.AddHttpClient("rest", http => http.BaseAddress = server.Origin).AddBearerToken(o => o.Provider = IssueAsync);
        await using var provider = services.BuildServiceProvider();
        using var rest = provider.GetRequiredService<IHttpClientFactory>().CreateClient("rest");
        using var stream = new StreamContent(new MemoryStream("{}"u8.ToArray()));
        using var rejected = await rest.PostAsync(new Uri("/a", UriKind.Relative), stream, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, rejected.StatusCode);
        using var text = new StringContent("{}");
        using var accepted = await rest.PostAsync(new Uri("/b", UriKind.Relative), text, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, accepted.StatusCode);
        Assert.Equal(["/a", "/b", "/b"], server.Received.Select(r => r.Target));
    }

    [Theory]
    [InlineData("TokenGone", 2)]
    [InlineData("TOKENGONE", 2)]
    [InlineData("UNAUTHENTICATED", 1)]
    public async Task CodesOfOnesOwnSayThatTheKeyHasExpired(string code, int sent)
    {
        await using var server = await LoopbackServer.StartAsync($$$"""{"errors":[{"message":"no","extensions":{"code":"{{{code}}}"}}]}""");
        await using var client = TestClient.Create(
            server.Endpoint,
            b => b.AddBearerToken(o => o.Provider = IssueAsync),
            options =>
            {
                options.ExpiredTokenCodes.Clear();
                options.ExpiredTokenCodes.Add("TokenGone");
            });
        Assert.Equal(code, Assert.Single((await client.MachinesAsync()).Errors).Code);
        Assert.Equal(sent, server.Received.Count);
    }

    [Theory]
    [InlineData("""Bearer realm="api", error="insufficient_scope", scope="reporting" """, "reporting")]
    [InlineData("""Basic realm="x", Bearer scope=erp, error="insufficient_scope" """, "erp")]
    [InlineData("""Bearer error="insufficient_scope", error_description="say \"please\", then go", scope="a b" """, "a b")]
    [InlineData("Bearer", null)]
    [InlineData("""Basic realm="Bearer scope=none", Bearer scope="erp" """, "erp")]
    [InlineData("""BearerX scope="none" """, null)]
    public async Task A403SaysWhichScopeIsMissing(string challenge, string? scope)
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers.WWWAuthenticate = challenge.Trim();
            return Reply.Json(context, """{"message":"Forbidden"}""", status: 403);
        });
        await using var client = TestClient.Create(server.Endpoint, b => b.AddBearerToken("Api:Key"));
        var exception = await Assert.ThrowsAsync<GraphQLForbiddenException>(() => client.MachinesAsync());
        Assert.Equal(scope, exception.MissingScope);
        if (scope is not null)
            Assert.Contains($"the key lacks the scope '{scope}' (403)", exception.Message, StringComparison.Ordinal);
    }

    private static Task AnswerAsync(HttpContext context, string expected)
    {
        if (context.Request.Headers.Authorization == expected)
            return Reply.Json(context, MachinesOperation.TwoMachines);
        context.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        context.Response.StatusCode = 401;
        return Task.CompletedTask;
    }

    private async ValueTask<BearerToken?> IssueAsync(BearerTokenRequest request, CancellationToken cancellationToken)
    {
        await Task.Delay(20, cancellationToken);
        return BearerToken.Create("token-" + Interlocked.Increment(ref _issued));
    }
}
