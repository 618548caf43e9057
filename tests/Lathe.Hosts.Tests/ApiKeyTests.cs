using System.Text;
using Lathe.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Lathe.Hosts.Tests;

/// <summary>Keys that are no Bearer tokens, with the same protection.</summary>
public sealed class ApiKeyTests
{
    [Theory]
    [InlineData("x-hasura-admin-secret", null, Client.Key)]
    [InlineData("Authorization", null, Client.Key)]
    [InlineData("Authorization", "Token", "Token " + Client.Key)]
    public async Task TheKeyGoesInItsHeaderAndAnEchoComesBackNowhere(string header, string? scheme, string expected)
    {
        string? sent = null;
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            sent = context.Request.Headers[header];
            context.Response.StatusCode = 500;
            context.Response.Headers["X-Echo"] = sent;
            await context.Response.WriteAsync($"no such key: {sent}");
        });
        var services = Client.Services();
        services.AddGraphQLTransport("shop", o => o.Endpoint = server.Endpoint)
            .AddApiKey(header, o => (o.ConfigurationKey, o.Scheme) = ("Api:Key", scheme));
        await using var provider = services.BuildServiceProvider();
        var failure = await Assert.ThrowsAsync<GraphQLHttpException>(() => provider.QueryAsync());
        Assert.Equal(expected, sent);
        Assert.Contains("no such key", failure.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(Client.Key, failure.ToString() + failure.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AUserNameAndAPasswordAreEncodedForBasic()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        var services = Client.Services(("Api:Login", "ada:s3cret"));
        services.AddGraphQLTransport("shop", o => o.Endpoint = server.Endpoint)
            .AddApiKey("Authorization", o => (o.ConfigurationKey, o.Scheme) = ("Api:Login", "Basic"));
        await using var provider = services.BuildServiceProvider();
        await provider.QueryAsync();
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("ada:s3cret")), Assert.Single(server.Received).Authorization);
    }

    [Fact]
    public async Task ARedirectTakesNoKeyOfAnOwnHeaderAlong()
    {
        var seen = 0;
        await using var other = await LoopbackServer.StartAsync(context =>
        {
            seen++;
            return Task.CompletedTask;
        });
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Redirect(other.Endpoint.ToString());
            return Task.CompletedTask;
        });
        var services = Client.Services();
        services.AddHttpClient("rest", http => http.BaseAddress = server.Origin)
            .ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler())
            .AddApiKey("X-Shopify-Access-Token", "Api:Key");
        await using var provider = services.BuildServiceProvider();
        using var rest = provider.GetRequiredService<IHttpClientFactory>().CreateClient("rest");
        using var response = await rest.GetAsync("/", Client.Stop);
        Assert.Equal(302, (int)response.StatusCode);
        Assert.Equal(0, seen);
    }

    [Fact]
    public void TwoHeadersAndAHeaderThatIsNoneAreRefused()
    {
        var client = Client.Services().AddGraphQLTransport("shop");
        client.AddApiKey("X-Key", "Api:Key");
        Assert.Contains(
            "has its key in the header X-Key",
            Assert.Throws<InvalidOperationException>(() => client.AddBearerToken("Api:Key")).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => client.AddApiKey("Content-Type", "Api:Key"));
        Assert.Throws<ArgumentException>(() => client.AddApiKey("X Key", "Api:Key"));
    }
}
