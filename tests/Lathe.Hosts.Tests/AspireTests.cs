using Lathe.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Time.Testing;

namespace Lathe.Hosts.Tests;

/// <summary>The service defaults of .NET Aspire: its resilience and service discovery on every client of the process.</summary>
public sealed class AspireTests
{
    [Fact]
    public async Task TheDefaultsSendAMutationOnceAndDoubleNoRetries()
    {
        await using var server = await LoopbackServer.StartAsync(Unavailable);
        await using var provider = WithDefaults(
            server.Endpoint, client => client.AddStandardGraphQLResilience(o => o.BaseDelay = TimeSpan.FromMilliseconds(1)));
        var failure = await Assert.ThrowsAsync<GraphQLHttpException>(() => provider.MutateAsync());
        Assert.Equal(503, (int)failure.StatusCode);
        Assert.Single(server.Received);
        await Assert.ThrowsAsync<GraphQLHttpException>(() => provider.QueryAsync());
        Assert.Equal(1 + 4, server.Received.Count);
    }

    [Fact]
    public async Task TheDefaultsDoNotEndACallBeforeItsOwnTimeOut()
    {
        var time = new FakeTimeProvider();
        var patience = TimeSpan.FromSeconds(119);
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            time.Advance(patience);
            return Reply.Json(context, MachinesOperation.TwoMachines);
        });
        await using var provider = WithDefaults(server.Endpoint, static _ => { }, time: time);
        var options = new GraphQLRequestOptions { Timeout = TimeSpan.FromMinutes(2) };
        Assert.Equal(2, (await provider.MutateAsync(options)).RequireData().Machines.Count);
        Assert.Single(server.Received);
        patience = TimeSpan.FromSeconds(121);
        var failure = await Assert.ThrowsAsync<GraphQLTimeoutException>(() => provider.MutateAsync(options));
        Assert.Equal(TimeSpan.FromMinutes(2), failure.Timeout);
        Assert.Equal(2, server.Received.Count);
        // What the defaults do to any other client.
        using var other = provider.GetRequiredService<IHttpClientFactory>().CreateClient("other");
        await Assert.ThrowsAsync<Polly.Timeout.TimeoutRejectedException>(() => other.GetAsync(server.Endpoint, Client.Stop));
    }

    [Fact]
    public async Task AConsentOfOurOwnResilienceSendsAMutationAgain()
    {
        await using var server = await LoopbackServer.StartAsync(Unavailable);
        await using var provider = WithDefaults(server.Endpoint, client => client.AddStandardGraphQLResilience(o =>
        {
            o.BaseDelay = TimeSpan.FromMilliseconds(1);
            o.RetryMutations = true;
        }));
        await Assert.ThrowsAsync<GraphQLHttpException>(() => provider.MutateAsync());
        Assert.Equal(4, server.Received.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AHandlerOnTheClientItselfSendsAMutationOnceToo(bool hedging)
    {
        await using var server = await LoopbackServer.StartAsync(Unavailable);
        var services = Client.Services();
        var client = services.AddGraphQLTransport("shop", o => o.Endpoint = server.Endpoint);
        if (hedging)
            client.AddStandardHedgingHandler();
        else
            client.AddStandardResilienceHandler(o => o.Retry.Delay = TimeSpan.FromMilliseconds(1));
        await using var provider = services.BuildServiceProvider();
        var failure = await Assert.ThrowsAsync<GraphQLRepeatedMutationException>(() => provider.MutateAsync());
        Assert.Equal(503, (int)failure.StatusCode!);
        Assert.StartsWith(
            "Rename: a handler of client 'shop' tried to send the mutation a second time. It was not sent again; the first sending was answered with "
                + "503",
            failure.Message,
            StringComparison.Ordinal);
        Assert.Single(server.Received);
        await Assert.ThrowsAsync<GraphQLHttpException>(() => provider.MutateAsync(new GraphQLRequestOptions { AllowRetry = true }));
        Assert.True(server.Received.Count > 2);
    }

    [Theory]
    [InlineData("standard outside")]
    [InlineData("standard inside")]
    [InlineData("hedging outside")]
    [InlineData("hedging inside")]
    public async Task RetriesOfOnesOwnBesideOursDoNotMultiply(string order)
    {
        await using var server = await LoopbackServer.StartAsync(Unavailable);
        var services = Client.Services();
        var client = services.AddGraphQLTransport("shop", o => o.Endpoint = server.Endpoint);
        void AddOwn()
        {
            if (order.StartsWith("hedging", StringComparison.Ordinal))
                client.AddStandardHedgingHandler().Configure(o => o.Hedging.MaxHedgedAttempts = 4);
            else
                client.AddStandardResilienceHandler(o => o.Retry.Delay = TimeSpan.FromMilliseconds(1));
        }

        if (order.EndsWith("outside", StringComparison.Ordinal))
            AddOwn();
        client.AddStandardGraphQLResilience(o => o.BaseDelay = TimeSpan.FromMilliseconds(1));
        if (order.EndsWith("inside", StringComparison.Ordinal))
            AddOwn();
        await using var provider = services.BuildServiceProvider();
        var failure = await Assert.ThrowsAnyAsync<GraphQLTransportException>(() => provider.QueryAsync());
        Assert.Equal(4, server.Received.Count);
        if (failure is GraphQLConnectionException)
            Assert.Contains("AddStandardGraphQLResilience allows 4 sendings in all", failure.Message, StringComparison.Ordinal);
        else
            Assert.Equal(503, (int)Assert.IsType<GraphQLHttpException>(failure).StatusCode);
    }

    [Fact]
    public async Task AHandlerThatSendsANewRequestSendsAMutationOnceToo()
    {
        await using var server = await LoopbackServer.StartAsync(Unavailable);
        var services = Client.Services();
        services.AddGraphQLTransport("shop", o => o.Endpoint = server.Endpoint).AddHttpMessageHandler(() => new CopyTwice());
        await using var provider = services.BuildServiceProvider();
        await Assert.ThrowsAsync<GraphQLRepeatedMutationException>(() => provider.MutateAsync());
        Assert.Single(server.Received);
    }

    [Theory]
    [InlineData("https+http://shop/graphql")]
    [InlineData("http://shop/graphql")]
    public async Task ServiceDiscoveryTakesTheKeyToWhatItNames(string endpoint)
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var provider = WithDefaults(new Uri(endpoint), client => client.AddBearerToken("Api:Key"), server.Origin);
        Assert.Equal(2, (await provider.QueryAsync()).Data!.Machines.Count);
        Assert.Equal("Bearer " + Client.Key, Assert.Single(server.Received).Authorization);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AHandlerThatChangesTheAddressGetsNoKey(bool inside)
    {
        await using var shop = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var foreign = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var provider = WithDefaults(
            new Uri("https+http://shop/graphql"),
            client => _ = inside
                ? client.AddBearerToken("Api:Key").AddHttpMessageHandler(() => new Rewrite(foreign.Endpoint))
                : client.AddBearerToken("Api:Key")
                    .ConfigureAdditionalHttpMessageHandlers((handlers, _) => handlers.Insert(0, new Rewrite(foreign.Endpoint))),
            shop.Origin);
        var failure = await Assert.ThrowsAsync<BearerTokenException>(() => provider.QueryAsync());
        Assert.Contains(
            "A handler of client 'shop' changed the address from https+http://shop to http://localhost", failure.Message, StringComparison.Ordinal);
        Assert.Empty(foreign.Received);
        Assert.Empty(shop.Received);
    }

    [Fact]
    public async Task AResolverOfOnesOwnIsNamed()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        var services = Client.Services();
        services.AddGraphQLTransport("shop", o => o.Endpoint = new Uri("http://shop/graphql"))
            .AddHttpMessageHandler(() => new Rewrite(server.Endpoint))
            .AddBearerToken(o =>
            {
                o.ConfigurationKey = "Api:Key";
                o.AddressResolvers.Add(typeof(Rewrite));
            });
        await using var provider = services.BuildServiceProvider();
        await provider.QueryAsync();
        Assert.Equal("Bearer " + Client.Key, Assert.Single(server.Received).Authorization);
    }

    [Fact]
    public async Task ALogicalAddressThatNothingResolvesIsExplained()
    {
        var services = Client.Services();
        services.AddGraphQLTransport("shop", o => o.Endpoint = new Uri("https+http://shop/graphql"));
        await using var provider = services.BuildServiceProvider();
        var failure = await Assert.ThrowsAsync<GraphQLConnectionException>(() => provider.QueryAsync());
        Assert.StartsWith(
            "No handler of client 'shop' resolved https+http://shop. Call AddServiceDiscovery()", failure.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider WithDefaults(
        Uri endpoint, Action<IGraphQLClientBuilder> configure, Uri? shop = null, TimeProvider? time = null)
    {
        var services = Client.Services(("services:shop:http:0", shop?.ToString().TrimEnd('/')));
        services.AddSingleton(time ?? TimeProvider.System);
        services.AddServiceDiscovery();
        configure(services.AddGraphQLTransport("shop", o => o.Endpoint = endpoint));
        services.ConfigureHttpClientDefaults(http =>
        {
            http.AddStandardResilienceHandler();
            http.AddServiceDiscovery();
        });
        return services.BuildServiceProvider();
    }

    private static Task Unavailable(HttpContext context)
    {
        context.Response.StatusCode = 503;
        return Task.CompletedTask;
    }

    private sealed class Rewrite(Uri address) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = address;
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class CopyTwice : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            for (var i = 0; ; i++)
            {
                var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Content = new ByteArrayContent(body) };
                var response = await base.SendAsync(copy, cancellationToken);
                if (i == 1)
                    return response;
            }
        }
    }
}
