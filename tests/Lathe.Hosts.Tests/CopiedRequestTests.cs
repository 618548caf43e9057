using System.Collections.Concurrent;
using Lathe.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;

namespace Lathe.Hosts.Tests;

/// <summary>Handlers that send copies of a request, as the one that hedges does: whom a call is for goes with each copy.</summary>
public sealed class CopiedRequestTests
{
    [Theory]
    [InlineData("hedging")]
    [InlineData("copies")]
    [InlineData("bare copies")]
    public async Task ACopyHasTheKeyOfTheTenant(string handler)
    {
        await using var server = await LoopbackServer.StartAsync(Unavailable);
        await using var provider = Create(server.Endpoint, handler);
        foreach (var tenant in new[] { "acme", "zeta", null })
        {
            server.Received.Clear();
            await Assert.ThrowsAsync<GraphQLHttpException>(() => QueryAsync(provider, new() { Tenant = tenant }));
            Assert.True(server.Received.Count > 1);
            Assert.All(server.Received, request => Assert.Equal("Bearer key-of-" + (tenant ?? "all"), request.Authorization));
        }
    }

    [Theory]
    [InlineData("hedging")]
    [InlineData("bare copies")]
    public async Task ACopyHasTheKeyOfTheCall(string handler)
    {
        await using var server = await LoopbackServer.StartAsync(Unavailable);
        await using var provider = Create(server.Endpoint, handler);
        await Assert.ThrowsAsync<GraphQLHttpException>(() => QueryAsync(provider, new() { BearerToken = BearerToken.Create("key-of-the-call") }));
        Assert.True(server.Received.Count > 1);
        Assert.All(server.Received, request => Assert.Equal("Bearer key-of-the-call", request.Authorization));
    }

    [Theory]
    [InlineData("hedging")]
    [InlineData("bare copies")]
    public async Task AnEchoOfTheKeyOfACopyComesBackNowhere(string handler)
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 503;
            return context.Response.WriteAsync("not for " + context.Request.Headers.Authorization);
        });
        await using var provider = Create(server.Endpoint, handler);
        var failure = await Assert.ThrowsAsync<GraphQLHttpException>(() => QueryAsync(provider, new() { Tenant = "acme" }));
        Assert.Contains("not for", failure.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("key-of-acme", failure + failure.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hedging")]
    [InlineData("bare copies")]
    public async Task ARejectedKeyOfACopyIsRenewedForItsTenant(string handler)
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Request.Headers.Authorization == "Bearer newer-key-of-acme"
            ? Reply.Json(context, MachinesOperation.TwoMachines)
            : Reply.Json(context, "{}", status: 401));
        await using var provider = Create(server.Endpoint, handler);
        Assert.Equal(2, (await QueryAsync(provider, new() { Tenant = "acme" })).RequireData().Machines.Count);
        Assert.All(server.Received, request => Assert.EndsWith("key-of-acme", request.Authorization, StringComparison.Ordinal));
    }

    [Fact]
    public async Task CallsForSeveralTenantsAtOnceKeepTheirKeys()
    {
        var keys = new ConcurrentQueue<(string Sent, string Wanted)>();
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            keys.Enqueue((context.Request.Headers.Authorization.ToString(), context.Request.Headers["X-Tenant"].ToString()));
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        });
        await using var provider = Create(server.Endpoint, "hedging");
        await Task.WhenAll(Enumerable.Range(0, 40).Select(async i =>
        {
            var options = new GraphQLRequestOptions { Tenant = "t" + (i % 4), Headers = { new("X-Tenant", "t" + (i % 4)) } };
            await Assert.ThrowsAsync<GraphQLHttpException>(() => QueryAsync(provider, options));
        }));
        Assert.True(keys.Count > 40);
        Assert.All(keys, pair => Assert.Equal("Bearer key-of-" + pair.Wanted, pair.Sent));
    }

    [Fact]
    public async Task AProviderThatSendsWithTheSameClientServesNoCall()
    {
        await using var server = await LoopbackServer.StartAsync(context => Reply.Json(context, MachinesOperation.TwoMachines));
        var services = Client.Services();
        services.AddGraphQLTransport("shop", o => o.Endpoint = server.Endpoint)
            .AddHttpMessageHandler(() => new Copies(keepsOptions: false))
            .AddBearerToken(
                root => new AskingProvider(root.GetRequiredService<IHttpClientFactory>(), server.Endpoint), o => o.Cache = BearerTokenCache.Never);
        await using var provider = services.BuildServiceProvider();
        await provider.Transport().SendAsync(MachinesOperation.Query, null, new() { Tenant = "acme" }, Client.Stop);
        Assert.Contains(server.Received, request => request.Authorization == "Bearer key-of-all");
        Assert.Contains(server.Received, request => request.Authorization == "Bearer key-of-acme");
    }

    private static Task<GraphQLResult<MachinesData>> QueryAsync(IServiceProvider services, GraphQLRequestOptions options) =>
        services.Transport().SendAsync(MachinesOperation.Query, null, options, Client.Stop);

    private static ServiceProvider Create(Uri endpoint, string handler)
    {
        var services = Client.Services();
        var client = services.AddGraphQLTransport("shop", o => o.Endpoint = endpoint);
        if (handler == "hedging")
            client.AddStandardHedgingHandler().Configure(o => o.Hedging.Delay = TimeSpan.FromSeconds(30));
        else
            client.AddHttpMessageHandler(() => new Copies(keepsOptions: handler == "copies"));
        client.AddBearerToken(o => o.Provider = static (request, _) =>
            new(BearerToken.Create((request.Rejected is null ? "" : "newer-") + "key-of-" + (request.Tenant ?? "all"))));
        return services.BuildServiceProvider();
    }

    private static Task Unavailable(HttpContext context)
    {
        context.Response.StatusCode = 503;
        return Task.CompletedTask;
    }

    /// <summary>Sends two copies, and gives the second one's answer.</summary>
    private sealed class Copies(bool keepsOptions) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            for (var i = 0; ; i++)
            {
                var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Content = new ByteArrayContent(body) };
                foreach (var (key, value) in keepsOptions ? request.Options.ToList() : [])
                    ((IDictionary<string, object?>)copy.Options)[key] = value;
                var response = await base.SendAsync(copy, cancellationToken);
                if (i == 1)
                    return response;
                response.Dispose();
            }
        }
    }

    /// <summary>Asks the server for the key, with the very client that the key is for.</summary>
    private sealed class AskingProvider(IHttpClientFactory clients, Uri address) : IBearerTokenProvider
    {
        public async ValueTask<BearerToken?> GetTokenAsync(BearerTokenRequest request, CancellationToken cancellationToken)
        {
            if (request.Tenant is null)
                return BearerToken.Create("key-of-all");
            using var http = clients.CreateClient("shop");
            using var content = new StringContent("{}");
            using var response = await http.PostAsync(address, content, cancellationToken);
            return BearerToken.Create("key-of-" + request.Tenant);
        }
    }
}
