using Lathe.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Lathe.Tests.DependencyInjection;

public sealed class AddTypedGraphQLClientTests
{
    private const string Ways = "Set it in code (options.Endpoint), as \"endpoint\" in .graphqlrc.json, by options.EndpointConfigurationKey (a "
        + "setting, or ConnectionStrings:...), "
        + "by a section (services.Configure<GraphQLClientOptions>(\"shop\", section)), or as the base address (ConfigureHttpClient).";

    [Fact]
    public async Task AClientIsASingletonOverItsTransportAndWorks()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines, tls: true);
        var services = new ServiceCollection();
        services.AddTypedGraphQLClient<IShopClient, ShopClient>("shop", transport => new ShopClient(transport), o => o.Endpoint = server.Endpoint)
            .AddBearerToken(o => o.FixedToken = BearerToken.Create("k"))
            .TrustTestCertificate();
        await using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        var client = provider.GetRequiredService<IShopClient>();
        Assert.Same(client, provider.GetRequiredService<ShopClient>());
        Assert.Same(client, provider.GetRequiredKeyedService<IShopClient>("shop"));
        Assert.Equal(2, await client.CountAsync());
        Assert.Equal("Bearer k", Assert.Single(server.Received).Authorization);
    }

    [Fact]
    public async Task TwoClientsOfATypeStandSideBySideAndTheFirstIsTheDefault()
    {
        await using var north = await LoopbackServer.StartAsync(MachinesOperation.Machines(1));
        await using var south = await LoopbackServer.StartAsync(MachinesOperation.Machines(2));
        var services = new ServiceCollection();
        services.AddTypedGraphQLClient<IShopClient, ShopClient>("north", transport => new ShopClient(transport), o => o.Endpoint = north.Endpoint);
        services.AddTypedGraphQLClient<IShopClient, ShopClient>("south", transport => new ShopClient(transport), o => o.Endpoint = south.Endpoint);
        await using var provider = services.BuildServiceProvider();
        Assert.Equal(1, await provider.GetRequiredService<IShopClient>().CountAsync());
        Assert.Equal(1, await provider.GetRequiredKeyedService<IShopClient>("north").CountAsync());
        Assert.Equal(2, await provider.GetRequiredKeyedService<IShopClient>("south").CountAsync());
    }

    [Fact]
    public void TwoTypesOfClientDoNotShareANameAndSoAKey()
    {
        var services = new ServiceCollection();
        services.AddTypedGraphQLClient<IShopClient, ShopClient>("shop", transport => new ShopClient(transport));
        services.AddTypedGraphQLClient<IShopClient, ShopClient>("shop", transport => new ShopClient(transport), o => o.MaxDepth = 9);
        var count = services.Count;
        var exception = Assert.Throws<InvalidOperationException>(() => services.AddTypedGraphQLClient<object, string>("shop", _ => ""));
        Assert.Equal(
            $"{typeof(ShopClient).FullName} and System.String are both added as 'shop', so that they would share endpoint and key. Add one of them "
                + "under another name.",
            exception.Message);
        Assert.Equal(count, services.Count);
    }

    [Fact]
    public async Task ATransportOfOnesOwnTakesThePlaceOfHttp()
    {
        var scripted = new Lathe.Testing.ScriptedGraphQLTransport();
        scripted.On(MachinesOperation.Query).ReturnsJson(MachinesOperation.Machines(5));
        var services = new ServiceCollection();
        services.AddTypedGraphQLClient<IShopClient, ShopClient>("shop", transport => new ShopClient(transport));
        services.AddKeyedSingleton<IGraphQLTransport>("shop", scripted);
        await using var provider = services.BuildServiceProvider();
        Assert.Equal(5, await provider.GetRequiredService<IShopClient>().CountAsync());
    }

    [Theory]
    [InlineData(
        null, 30, 100, 64, "Client 'shop': Endpoint must be an absolute http or https address, such as https://api.example.com/graphql. " + Ways)]
    [InlineData(
        "ftp://example.com",
        30,
        100,
        64,
        "Client 'shop': Endpoint must be an absolute http or https address, such as https://api.example.com/graphql. " + Ways)]
    [InlineData(
        "https://u:p@example.com", 30, 100, 64, "Client 'shop': Endpoint must not hold a user name or password. Use AddBearerToken for the key.")]
    [InlineData("https://example.com", -5, 100, 64, "Client 'shop': Timeout must be positive, or Timeout.InfiniteTimeSpan.")]
    [InlineData("https://example.com", 30, 0, 64, "Client 'shop': MaxResponseSize must be from 1 byte to 1 GB.")]
    [InlineData("https://example.com", 30, 100, 0, "Client 'shop': MaxDepth must be from 1 to 1,000.")]
    public void OptionsThatCannotWorkAreRefusedWithTheReason(string? endpoint, int seconds, int size, int depth, string message)
    {
        var services = new ServiceCollection();
        services.AddGraphQLTransport("shop", o =>
        {
            o.Endpoint = endpoint is null ? null : new Uri(endpoint);
            (o.Timeout, o.MaxResponseSize, o.MaxDepth) = (TimeSpan.FromSeconds(seconds), size, depth);
        });
        using var provider = services.BuildServiceProvider();
        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredKeyedService<IGraphQLTransport>("shop"));
        Assert.Equal(message, exception.Message);
        Assert.DoesNotContain(":p@", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongOptionsStopAHostAtItsStart()
    {
        var builder = Microsoft.AspNetCore.Builder.WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddGraphQLTransport("shop");
        await using var app = builder.Build();
        await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync(TestContext.Current.CancellationToken));
    }

    private interface IShopClient
    {
        Task<int> CountAsync();
    }

    private sealed class ShopClient(IGraphQLTransport transport) : IShopClient
    {
        public async Task<int> CountAsync() =>
            (await transport.SendAsync(MachinesOperation.Query, cancellationToken: TestContext.Current.CancellationToken))
                .RequireData().Machines.Count;
    }
}
