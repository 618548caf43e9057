using Lathe.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Lathe.Hosts.Tests;

/// <summary>The service defaults of .NET Aspire: its resilience and service discovery on every client of the process.</summary>
public sealed class AspireTests
{
    [Fact]
    public async Task TheDefaultsSendAMutationOnceAndDoubleNoRetries()
    {
        await using var server = await LoopbackServer.StartAsync(Unavailable);
        await using var provider = ServiceDefaults.Provide(
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
        await using var provider = ServiceDefaults.Provide(server.Endpoint, static _ => { }, time: time);
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
        await using var provider = ServiceDefaults.Provide(server.Endpoint, client => client.AddStandardGraphQLResilience(o =>
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

    // An AppHost tells the addresses of other services in environment variables.
    [Theory]
    [InlineData("https+http://warehouse/graphql")]
    [InlineData("http://warehouse/graphql")]
    public async Task AServiceThatAnAppHostStartsHasBoth(string endpoint)
    {
        const string Variable = "services__warehouse__http__0";
        await using var server = await LoopbackServer.StartAsync(Unavailable);
        Environment.SetEnvironmentVariable(Variable, server.Origin.ToString().TrimEnd('/'));
        try
        {
            var builder = Host.CreateApplicationBuilder();
            builder.Logging.ClearProviders();
            builder.Configuration.AddInMemoryCollection([new("Api:Key", Client.Key)]);
            ServiceDefaults.AddTo(builder.Services);
            builder.Services.AddGraphQLTransport("shop", o => o.Endpoint = new Uri(endpoint))
                .AddBearerToken("Api:Key")
                .AddStandardGraphQLResilience(o => o.BaseDelay = TimeSpan.FromMilliseconds(1));
            using var host = builder.Build();
            await Assert.ThrowsAsync<GraphQLHttpException>(() => host.Services.MutateAsync());
            Assert.Single(server.Received);
            await Assert.ThrowsAsync<GraphQLHttpException>(() => host.Services.QueryAsync());
            Assert.Equal(1 + 4, server.Received.Count);
            Assert.All(server.Received, request => Assert.Equal("Bearer " + Client.Key, request.Authorization));
        }
        finally
        {
            Environment.SetEnvironmentVariable(Variable, null);
        }
    }

    private static Task Unavailable(HttpContext context)
    {
        context.Response.StatusCode = 503;
        return Task.CompletedTask;
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
