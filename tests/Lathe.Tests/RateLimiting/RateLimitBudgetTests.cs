using Lathe.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Lathe.Tests.RateLimiting;

/// <summary>Whose budget a request counts against: its client's and tenant's, whatever key they have by now.</summary>
public sealed class RateLimitBudgetTests
{
    private const string Expired = """{"errors":[{"message":"JWT expired","extensions":{"code":"UNAUTHENTICATED"}}]}""";

    private int _issued;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ARenewedKeyGoesOnWithTheBudget(bool by401)
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            if (context.Request.Headers.Authorization == "Bearer token-2")
                return Reply.Json(context, MachinesOperation.TwoMachines);
            context.Response.StatusCode = by401 ? 401 : 200;
            return by401 ? Task.CompletedTask : Reply.Json(context, Expired);
        });
        await using var client = TestClient.Create(
            server.Endpoint, b => b.AddRateLimiter(Three).AddBearerToken(o => o.Provider = (_, _) => new(BearerToken.Create($"token-{++_issued}"))));

        Assert.Equal(2, await CountSentAsync(client.Transport));
        Assert.Equal(["Bearer token-1", "Bearer token-2", "Bearer token-2"], server.Received.Select(request => request.Authorization));
    }

    [Fact]
    public async Task ARotatedKeyGoesOnWithTheBudgetOfAllClientsThatHaveIt()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        var configuration = TestClient.Configuration(("Api:Key", "one"));
        var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration);
        foreach (var name in new[] { "a", "b" })
            services.AddGraphQLTransport(name, o => o.Endpoint = server.Endpoint).AddRateLimiter(Three).AddBearerToken("Api:Key");
        await using var provider = services.BuildServiceProvider();
        var (a, b) = (provider.GetRequiredKeyedService<IGraphQLTransport>("a"), provider.GetRequiredKeyedService<IGraphQLTransport>("b"));

        Assert.True(await SendAsync(a) && await SendAsync(b));
        configuration["Api:Key"] = "two";
        Assert.True(await SendAsync(a));
        Assert.False(await SendAsync(b));
        Assert.Equal(["Bearer one", "Bearer one", "Bearer two"], server.Received.Select(request => request.Authorization));
    }

    [Fact]
    public async Task EachTenantHasABudgetAndKeepsItWhenItsKeyIsRenewed()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var client = TestClient.Create(server.Endpoint, b => b.AddRateLimiter(Three).AddBearerToken(o =>
            o.Provider = (request, _) => new(BearerToken.Create($"{request.Tenant}-{++_issued}", DateTimeOffset.UtcNow.AddSeconds(-1)))));

        Assert.Equal(3, await CountSentAsync(client.Transport, new() { Tenant = "acme" }));
        Assert.Equal(3, await CountSentAsync(client.Transport, new() { Tenant = "globex" }));
        Assert.Equal(3, await CountSentAsync(client.Transport));
        Assert.Equal(9, server.Received.Select(request => request.Authorization).Distinct().Count());
    }

    [Fact]
    public async Task ACallThatBringsItsOwnKeyCountsAgainstThatKey()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var client = TestClient.Create(server.Endpoint, b => b.AddRateLimiter(Three).AddBearerToken("Api:Key"));

        Assert.Equal(3, await CountSentAsync(client.Transport));
        Assert.Equal(3, await CountSentAsync(client.Transport, new() { BearerToken = BearerToken.Create("own") }));
        Assert.False(await SendAsync(client.Transport, new() { BearerToken = BearerToken.Create(TestClient.Key) }));
    }

    [Fact]
    public async Task ARestClientKeepsItsBudgetToo()
    {
        await using var server = await LoopbackServer.StartAsync("{}");
        var configuration = TestClient.Configuration(("Api:Key", "one"));
        var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration);
        services.AddHttpClient("rest", http => http.BaseAddress = server.Origin).AddRateLimiter(Three).AddBearerToken("Api:Key");
        await using var provider = services.BuildServiceProvider();
        using var rest = provider.GetRequiredService<IHttpClientFactory>().CreateClient("rest");
        for (var i = 0; i < 3; i++)
        {
            configuration["Api:Key"] = $"key-{i}";
            await rest.GetStringAsync(server.Origin, TestContext.Current.CancellationToken);
        }

        await Assert.ThrowsAsync<GraphQLRateLimitException>(() => rest.GetStringAsync(server.Origin, TestContext.Current.CancellationToken));
    }

    private static void Three(GraphQLRateLimitOptions options) =>
        (options.PermitLimit, options.QueueLimit, options.Window) = (3, 0, TimeSpan.FromHours(1));

    private static async Task<int> CountSentAsync(IGraphQLTransport transport, GraphQLRequestOptions? options = null)
    {
        var sent = 0;
        while (await SendAsync(transport, options))
            sent++;
        return sent;
    }

    private static async Task<bool> SendAsync(IGraphQLTransport transport, GraphQLRequestOptions? options = null)
    {
        try
        {
            await transport.SendAsync(MachinesOperation.Query, null, options, TestContext.Current.CancellationToken);
            return true;
        }
        catch (GraphQLRateLimitException)
        {
            return false;
        }
    }
}
