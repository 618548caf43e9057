using Lathe.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Lathe.Tests.Authentication;

public sealed class KeySourceTests
{
    [Fact]
    public async Task ConfigurationIsFollowedWhenItReloads()
    {
        var configuration = TestClient.Configuration(("Api:Key", "first"));
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var client = TestClient.Create(
            server.Endpoint, b => b.AddBearerToken("Api:Key"), services: s => s.AddSingleton<IConfiguration>(configuration));
        await client.MachinesAsync();
        configuration["Api:Key"] = "second";
        configuration.Reload();
        await client.MachinesAsync();
        Assert.Equal(["Bearer first", "Bearer second"], server.Received.Select(request => request.Authorization));
    }

    [Theory]
    [InlineData("")]
    [InlineData("two keys")]
    [InlineData(null)]
    public async Task AReloadThatBreaksTheKeyFailsCallsUntilTheNextOneMendsIt(string? broken)
    {
        var configuration = TestClient.Configuration(("Api:Key", "first"));
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var client = TestClient.Create(
            server.Endpoint, b => b.AddBearerToken("Api:Key"), services: s => s.AddSingleton<IConfiguration>(configuration));
        await client.MachinesAsync();
        configuration["Api:Key"] = broken;
        var exception = await Assert.ThrowsAsync<BearerTokenException>(() => client.MachinesAsync());
        Assert.Contains("key in configuration 'Api:Key'", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("two keys", exception.ToString(), StringComparison.Ordinal);
        configuration["Api:Key"] = "second";
        await client.MachinesAsync();
        Assert.Equal(["Bearer first", "Bearer second"], server.Received.Select(request => request.Authorization));
    }

    [Fact]
    public async Task AMissingConfigurationKeySaysWhereToSetIt()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var client = TestClient.Create(server.Endpoint, b => b.AddBearerToken("Nowhere:Key"));
        var exception = await Assert.ThrowsAsync<BearerTokenException>(() => client.MachinesAsync());
        Assert.Equal(
            "There is no key in configuration 'Nowhere:Key'. Set it in user secrets, in the environment variable Nowhere__Key, or in another "
                + "configuration source.",
            exception.Message);
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task AnEnvironmentVariableGivesTheKey()
    {
        const string Variable = "LATHE_TEST_KEY_SOURCE";
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var client = TestClient.Create(server.Endpoint, b => b.AddBearerToken(o => o.EnvironmentVariable = Variable));
        var missing = await Assert.ThrowsAsync<BearerTokenException>(() => client.MachinesAsync());
        Assert.Contains(Variable, missing.Message, StringComparison.Ordinal);
        Environment.SetEnvironmentVariable(Variable, "from-environment");
        try
        {
            await client.MachinesAsync();
        }
        finally
        {
            Environment.SetEnvironmentVariable(Variable, null);
        }

        Assert.Equal("Bearer from-environment", Assert.Single(server.Received).Authorization);
    }

    [Fact]
    public async Task NamedClientsHaveTheirOwnKeys()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        var services = new ServiceCollection().AddLogging();
        foreach (var name in new[] { "north", "south" })
        {
            services.AddGraphQLTransport(name, o => o.Endpoint = server.Endpoint)
                .AddBearerToken(o => o.FixedToken = BearerToken.Create("key-of-" + name));
        }

        await using var provider = services.BuildServiceProvider();
        foreach (var name in new[] { "north", "south", "north" })
        {
            await provider.GetRequiredKeyedService<IGraphQLTransport>(name)
                .SendAsync(MachinesOperation.Query, cancellationToken: TestContext.Current.CancellationToken);
        }

        Assert.Equal(["Bearer key-of-north", "Bearer key-of-south", "Bearer key-of-north"], server.Received.Select(r => r.Authorization));
    }

    [Fact]
    public async Task ACallForATenantDoesNotGoWithAKeyThatIsOneForAll()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var client = TestClient.Create(server.Endpoint, b => b.AddBearerToken("Api:Key"));
        var exception = await Assert.ThrowsAsync<BearerTokenException>(() => client.MachinesAsync(new() { Tenant = "acme" }));
        Assert.Equal(
            "The call is for tenant 'acme', but the key in configuration 'Api:Key' is one key for all. Use BearerTokenOptions.Provider, which "
                + "chooses a tenant's key.",
            exception.Message);
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task AnEmptyTenantIsNotTheClientItself()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var client = TestClient.Create(server.Endpoint, b => b.AddBearerToken(o =>
            o.Provider = (request, _) => new(BearerToken.Create(request.Tenant is null ? "own" : "of-" + request.Tenant))));
        await client.MachinesAsync();
        await client.MachinesAsync(new() { Tenant = "" });
        Assert.Equal(["Bearer own", "Bearer of-"], server.Received.Select(request => request.Authorization));
    }

    [Fact]
    public async Task ACallCanBeForATenantOrBringItsOwnKey()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        var asked = 0;
        await using var client = TestClient.Create(server.Endpoint, b => b.AddBearerToken(o => o.Provider = (request, _) =>
        {
            Interlocked.Increment(ref asked);
            return new(BearerToken.Create("key-of-" + (request.Tenant ?? "nobody")));
        }));
        await client.MachinesAsync(new() { Tenant = "acme" });
        await client.MachinesAsync(new() { Tenant = "umbrella" });
        await client.MachinesAsync(new() { Tenant = "acme" });
        await client.MachinesAsync();
        await client.MachinesAsync(new() { BearerToken = BearerToken.Create("own") });
        Assert.Equal(
            ["Bearer key-of-acme", "Bearer key-of-umbrella", "Bearer key-of-acme", "Bearer key-of-nobody", "Bearer own"],
            server.Received.Select(r => r.Authorization));
        Assert.Equal(3, asked);
    }

    [Fact]
    public async Task AProviderFromTheServicesWorksAndItsFailureIsExplained()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var client = TestClient.Create(server.Endpoint, b => b.AddBearerToken(_ => new FailingProvider()));
        var exception = await Assert.ThrowsAsync<BearerTokenException>(() => client.MachinesAsync());
        Assert.Contains("token provider of client 'test' failed (TimeoutException)", exception.Message, StringComparison.Ordinal);
        Assert.IsType<TimeoutException>(exception.InnerException);
        await client.MachinesAsync();
        Assert.Equal("Bearer later", Assert.Single(server.Received).Authorization);
    }

    [Fact]
    public async Task ARestClientSharesTheHandler()
    {
        await using var server = await LoopbackServer.StartAsync("{}", tls: true);
        var services = new ServiceCollection().AddLogging();
        services.AddHttpClient("rest", http => http.BaseAddress = server.Origin)
            .TrustTestCertificate()
            .AddBearerToken(o => o.FixedToken = BearerToken.Create(TestClient.Key));
        await using var provider = services.BuildServiceProvider();
        using var rest = provider.GetRequiredService<IHttpClientFactory>().CreateClient("rest");
        using var content = new StringContent("{}");
        using var response = await rest.PostAsync(new Uri("/reports/production", UriKind.Relative), content, TestContext.Current.CancellationToken);
        var received = Assert.Single(server.Received);
        Assert.Equal("Bearer " + TestClient.Key, received.Authorization);
        Assert.Equal("{}", received.Body);
        Assert.False(response.RequestMessage!.Headers.Contains("Authorization"));
    }

    [Fact]
    public void TwoSourcesOrNoneAreRefused()
    {
        var none = Assert.ThrowsAny<Exception>(() => TestClient.Create(new Uri("https://localhost/"), b => b.AddBearerToken(_ => { })));
        Assert.Contains("names no source", none.Message, StringComparison.Ordinal);
        var two = Assert.ThrowsAny<Exception>(() => TestClient.Create(new Uri("https://localhost/"), b => b.AddBearerToken(o =>
        {
            o.File = "/run/secrets/key";
            o.EnvironmentVariable = "KEY";
        })));
        Assert.Contains("names more than one source", two.Message, StringComparison.Ordinal);
    }

    private sealed class FailingProvider : IBearerTokenProvider
    {
        private int _calls;

        public ValueTask<BearerToken?> GetTokenAsync(BearerTokenRequest request, CancellationToken cancellationToken) =>
            _calls++ == 0 ? throw new TimeoutException("The vault is asleep.") : new(BearerToken.Create("later"));
    }
}
