using System.Net;
using System.Net.Sockets;
using Lathe.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Lathe.Hosts.Tests;

/// <summary>A key is bound to a name before service discovery makes an address of it, and goes to no other.</summary>
public sealed class ServiceDiscoveryTests
{
    [Theory]
    [InlineData("https+http://shop/graphql")]
    [InlineData("http://shop/graphql")]
    public async Task ServiceDiscoveryTakesTheKeyToWhatItNames(string endpoint)
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var provider = ServiceDefaults.Provide(new Uri(endpoint), client => client.AddBearerToken("Api:Key"), server.Origin);
        Assert.Equal(2, (await provider.QueryAsync()).Data!.Machines.Count);
        Assert.Equal("Bearer " + Client.Key, Assert.Single(server.Received).Authorization);
    }

    // 192.0.2.0/24 is for documentation: what is refused is refused before a connection is opened.
    [Theory]
    [InlineData("http://192.0.2.1:8080")]
    [InlineData(null)]
    public async Task ANameThatLeadsToAnotherMachineOverPlainHttpGetsNoKey(string? resolved)
    {
        await using var provider = ServiceDefaults.Provide(
            new Uri("http://shop/graphql"), client => client.AddBearerToken("Api:Key"), resolved is null ? null : new Uri(resolved));
        var failure = await Assert.ThrowsAsync<BearerTokenException>(() => provider.QueryAsync());
        Assert.Contains(
            $"does not send its key to {resolved ?? "http://shop"}: over plain http anyone on the way can read it.",
            failure.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task SuchANameGetsTheKeyWhereTheOptionsAllowIt()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var provider = ServiceDefaults.Provide(
            new Uri("http://shop/graphql"),
            client => client
                .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
                {
                    ConnectCallback = async (_, stop) =>
                    {
                        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                        await socket.ConnectAsync(IPAddress.Loopback, server.Origin.Port, stop);
                        return new NetworkStream(socket, ownsSocket: true);
                    },
                })
                .AddBearerToken(o =>
                {
                    o.ConfigurationKey = "Api:Key";
                    o.DangerouslyAllowPlainHttp = true;
                }),
            new Uri("http://192.0.2.1:8080"));
        await provider.QueryAsync();
        Assert.Equal("Bearer " + Client.Key, Assert.Single(server.Received).Authorization);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AHandlerThatChangesTheAddressGetsNoKey(bool inside)
    {
        await using var shop = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var foreign = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var provider = ServiceDefaults.Provide(
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

    private sealed class Rewrite(Uri address) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = address;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
