using Lathe.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Lathe.Hosts.Tests;

/// <summary>What else hosts configure on a client: the endpoint, the primary handler, the user agent, the transport.</summary>
public sealed class RegistrationTests
{
    [Theory]
    [InlineData("Shop:Endpoint", "https://shop.test/graphql")]
    [InlineData("ConnectionStrings:shop", "Endpoint=https://shop.test/graphql;Version=1")]
    public async Task ConfigurationGivesTheEndpoint(string key, string value)
    {
        var services = Client.Services((key, value));
        services.AddGraphQLTransport("shop", o => o.EndpointConfigurationKey = key);
        await using var provider = services.BuildServiceProvider();
        Assert.Equal(
            "https://shop.test/graphql", provider.GetRequiredService<IOptionsMonitor<GraphQLClientOptions>>().Get("shop").Endpoint!.ToString());
    }

    [Theory]
    [InlineData(null, "https://shop.test/")]
    [InlineData("/graphql", "https://shop.test/graphql")]
    public async Task ABaseAddressGivesTheEndpoint(string? endpoint, string expected)
    {
        var services = Client.Services();
        services.AddGraphQLTransport("shop", o => o.Endpoint = endpoint is null ? null : new Uri(endpoint, UriKind.Relative))
            .ConfigureHttpClient(http => http.BaseAddress = new Uri("https://shop.test/"));
        await using var provider = services.BuildServiceProvider();
        Assert.Equal(expected, provider.GetRequiredService<IOptionsMonitor<GraphQLClientOptions>>().Get("shop").Endpoint!.ToString());
    }

    [Fact]
    public async Task ASectionOfConfigurationGivesTheOptions()
    {
        var services = Client.Services(
            ("Shop:Endpoint", "https://shop.test/graphql"), ("Shop:Timeout", "00:00:07"), ("Shop:UseGetForQueries", "true"));
        services.AddGraphQLTransport("shop");
        services.AddOptions<GraphQLClientOptions>("shop").BindConfiguration("Shop");
        await using var provider = services.BuildServiceProvider();
        var options = provider.GetRequiredService<IOptionsMonitor<GraphQLClientOptions>>().Get("shop");
        Assert.Equal(
            ("https://shop.test/graphql", TimeSpan.FromSeconds(7), true), (options.Endpoint!.ToString(), options.Timeout, options.UseGetForQueries));
    }

    [Fact]
    public async Task APrimaryHandlerOfOnesOwnFollowsNoRedirectAndRenewsConnections()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        });
        using var own = new SocketsHttpHandler();
        var services = Client.Services();
        services.AddGraphQLTransport("shop", o => o.Endpoint = server.Endpoint).ConfigurePrimaryHttpMessageHandler(() => own);
        await using var provider = services.BuildServiceProvider();
        await Assert.ThrowsAsync<GraphQLHttpException>(() => provider.QueryAsync());
        Assert.Single(server.Received);
        Assert.Equal(TimeSpan.FromMinutes(2), own.PooledConnectionLifetime);
    }

    [Fact]
    public async Task ALifetimeOfHandlersIsRefused()
    {
        var services = Client.Services();
        services.AddGraphQLTransport("shop", o => o.Endpoint = new Uri("https://shop.test")).SetHandlerLifetime(TimeSpan.FromMinutes(5));
        await using var provider = services.BuildServiceProvider();
        Assert.Contains(
            "SetHandlerLifetime has no meaning",
            Assert.Throws<InvalidOperationException>(() => provider.Transport()).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, "^Lathe/[0-9]")]
    [InlineData("Shop/2.1", null, "^Shop/2.1 Lathe/[0-9]")]
    [InlineData(null, "Site/3", "^Site/3 Lathe/[0-9]")]
    public async Task TheUserAgentIsOursBehindThatOfTheApplication(string? option, string? header, string expected)
    {
        string? sent = null;
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            sent = context.Request.Headers.UserAgent;
            return context.Response.WriteAsync(MachinesOperation.TwoMachines);
        });
        var services = Client.Services();
        var client = services.AddGraphQLTransport("shop", o => (o.Endpoint, o.UserAgent) = (server.Endpoint, option));
        if (header is not null)
            client.ConfigureHttpClient(http => http.DefaultRequestHeaders.UserAgent.ParseAdd(header));
        await using var provider = services.BuildServiceProvider();
        await provider.QueryAsync();
        Assert.Matches(expected, sent);
    }

    [Fact]
    public async Task ATransportThatWasThereBeforeStays()
    {
        var own = new HttpGraphQLTransport(new HttpClient(), new GraphQLClientOptions { Endpoint = new Uri("https://other.test") });
        var services = Client.Services();
        services.AddKeyedSingleton<IGraphQLTransport>("shop", own);
        services.AddGraphQLTransport("shop", o => o.Endpoint = new Uri("https://shop.test"));
        await using var provider = services.BuildServiceProvider();
        Assert.Same(own, provider.Transport());
    }
}
