using Lathe.Authentication;
using Lathe.Requests;
using Lathe.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lathe.Tests.Authentication;

public sealed class KeyDestinationTests
{
    [Theory]
    [InlineData("https://api.example.com/graphql", "https://api.example.com/other", true)]
    [InlineData("https://api.example.com/graphql", "https://API.example.com:443/", true)]
    [InlineData("https://api.example.com/graphql", "https://api.example.com:444/", false)]
    [InlineData("https://api.example.com/graphql", "https://example.com/graphql", false)]
    [InlineData("https://api.example.com/graphql", "https://api.example.com.evil.com/", false)]
    [InlineData("https://api.example.com/graphql", "http://api.example.com/graphql", false)]
    [InlineData("http://localhost:5000/graphql", "http://localhost:5000/", true)]
    [InlineData("http://127.0.0.1:5000/graphql", "http://127.0.0.1:5000/", true)]
    [InlineData("http://[::1]:5000/graphql", "http://[::1]:5000/", true)]
    public void OnlyTheConfiguredOriginGetsTheKey(string origin, string address, bool allowed) =>
        Assert.Equal(allowed, new BearerTokenDestination("test", new Uri(origin), allowPlainHttp: false).Allows(new Uri(address)));

    [Fact]
    public void ANameBelowLocalhostCountsAsAnotherMachine() =>
        Assert.Throws<BearerTokenException>(
            () => new BearerTokenDestination("test", new Uri("http://shop.localhost"), allowPlainHttp: false)
                .Allows(new Uri("http://shop.localhost/x")));

    [Fact]
    public async Task PlainHttpToAnotherMachineIsRefusedWithTheReason()
    {
        await using var client = TestClient.Create(new Uri("http://api.example.com/graphql"), b => b.AddBearerToken("Api:Key"));
        var exception = await Assert.ThrowsAsync<BearerTokenException>(() => client.MachinesAsync());
        Assert.Equal(
            "Client 'test' does not send its key to http://api.example.com: over plain http anyone on the way can read it. Use https. "
                + "DangerouslyAllowPlainHttp = true overrides this.",
            exception.Message);
        Assert.True(
            new BearerTokenDestination("test", new Uri("http://api.example.com"), allowPlainHttp: true).Allows(new Uri("http://api.example.com/x")));
    }

    [Fact]
    public async Task AGraphqlClientDoesNotFollowRedirectsAndSaysWhereTheyLead()
    {
        await using var other = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines, tls: true);
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = other.Endpoint + "?trace=1";
            return Task.CompletedTask;
        }, tls: true);
        await using var client = TestClient.Create(server.Endpoint, b => b.AddBearerToken("Api:Key"));
        var exception = await Assert.ThrowsAsync<GraphQLHttpException>(() => client.MachinesAsync());
        Assert.Contains($"was redirected (307) to {other.Endpoint}. ", exception.Message, StringComparison.Ordinal);
        Assert.Empty(other.Received);
    }

    [Fact]
    public async Task ARestClientThatFollowsRedirectsTakesNoKeyToAnotherOrigin()
    {
        await using var other = await LoopbackServer.StartAsync("{}", tls: true);
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = other.Endpoint.ToString();
            return Task.CompletedTask;
        }, tls: true);
        var services = new ServiceCollection().AddLogging();
        services.AddHttpClient("rest", http => http.BaseAddress = server.Origin)
            .TrustTestCertificate()
            .AddBearerToken(o => o.FixedToken = BearerToken.Create(TestClient.Key));
        await using var provider = services.BuildServiceProvider();
        using var rest = provider.GetRequiredService<IHttpClientFactory>().CreateClient("rest");
        using var response = await rest.GetAsync(new Uri("/x", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("Bearer " + TestClient.Key, Assert.Single(server.Received).Authorization);
        Assert.Null(Assert.Single(other.Received).Authorization);
        Assert.Equal(other.Endpoint, response.RequestMessage!.RequestUri);

        using var direct = await rest.GetAsync(other.Endpoint, TestContext.Current.CancellationToken);
        Assert.All(other.Received, request => Assert.Null(request.Authorization));
    }

    [Fact]
    public async Task AnExistingHeaderIsNeitherOverwrittenNorSentSilently()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        var options = new GraphQLRequestOptions { Headers = { new("Authorization", "Basic eDp5") } };
        await using var strict = TestClient.Create(server.Endpoint, b => b.AddBearerToken("Api:Key"));
        var exception = await Assert.ThrowsAsync<BearerTokenException>(() => strict.MachinesAsync(options));
        Assert.Contains("has the header Authorization already", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("eDp5", exception.ToString(), StringComparison.Ordinal);
        await using var lenient = TestClient.Create(server.Endpoint, b => b.AddBearerToken(o =>
            (o.ConfigurationKey, o.KeepExistingAuthorization) = ("Api:Key", true)));
        await lenient.MachinesAsync(options);
        Assert.Equal("Basic eDp5", Assert.Single(server.Received).Authorization);
    }

    [Fact]
    public void TheDefaultsOfAllClientsGetNoKey()
    {
        var exception = Assert.Throws<InvalidOperationException>(
            () => new ServiceCollection().ConfigureHttpClientDefaults(builder => builder.AddBearerToken("Api:Key")));
        Assert.StartsWith(
            "ConfigureHttpClientDefaults would give the key to every client of the process.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MessagesAboutAnAddressShowNoUserNameAndPassword()
    {
        var log = new ListLogger();
        await using var server = await LoopbackServer.StartAsync("{}");
        var services = new ServiceCollection().AddLogging(logging => logging.AddProvider(log));
        services.AddHttpClient("rest", http => http.BaseAddress = new Uri("https://api.example.com"))
            .AddBearerToken(o => o.FixedToken = BearerToken.Create(TestClient.Key));
        await using var provider = services.BuildServiceProvider();
        using var rest = provider.GetRequiredService<IHttpClientFactory>().CreateClient("rest");
        using var response = await rest.GetAsync(
            new Uri(server.Origin.ToString().Replace("http://", "http://ann:pa55@", StringComparison.Ordinal)),
            TestContext.Current.CancellationToken);
        Assert.Contains(
            $"The key of client 'rest' is not sent to {server.Origin.ToString().TrimEnd('/')}, which is not the client's origin.", log.Lines);
        Assert.DoesNotContain(
            "pa55", new GraphQLHttpRequest(HttpMethod.Get, new Uri("https://ann:pa55@example.com/x?pa55#pa55")).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AClientWithoutABaseAddressMustSayWhereItsKeyMayGo()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddHttpClient("rest").AddBearerToken(o => o.FixedToken = BearerToken.Create("k"));
        await using var provider = services.BuildServiceProvider();
        var exception = Assert.Throws<BearerTokenException>(() => provider.GetRequiredService<IHttpClientFactory>().CreateClient("rest"));
        Assert.Contains("Set HttpClient.BaseAddress or BearerTokenOptions.Origin", exception.Message, StringComparison.Ordinal);
    }
}
