using System.Net;
using Lathe.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Lathe.Tests.Authentication;

/// <summary>The process's proxy is changed: these tests run alone.</summary>
[Collection(RunsAlone.Name)]
public sealed class ProxyTests : IDisposable
{
    private readonly IWebProxy _former = HttpClient.DefaultProxy;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task PlainHttpToThisMachineDoesNotGoThroughTheProxy(bool graphQL)
    {
        await using var proxy = await LoopbackServer.StartAsync("{}");
        HttpClient.DefaultProxy = new EverythingProxy(proxy.Origin);
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        if (graphQL)
        {
            await using var client = TestClient.Create(server.Endpoint, b => b.AddBearerToken("Api:Key"));
            await client.MachinesAsync();
        }
        else
        {
            var services = new ServiceCollection().AddLogging();
            services.AddHttpClient("rest", http => http.BaseAddress = server.Origin)
                .AddBearerToken(o => o.FixedToken = BearerToken.Create(TestClient.Key));
            await using var provider = services.BuildServiceProvider();
            using var rest = provider.GetRequiredService<IHttpClientFactory>().CreateClient("rest");
            using var answer = await rest.GetAsync(server.Endpoint, TestContext.Current.CancellationToken);
            // What is not on this machine goes the way that it went before, without the key.
            using var other = await rest.GetAsync(new Uri("http://api.example.com/"), TestContext.Current.CancellationToken);
            Assert.Null(Assert.Single(proxy.Received).Authorization);
        }

        Assert.Equal("Bearer " + TestClient.Key, Assert.Single(server.Received).Authorization);
        Assert.All(proxy.Received, request => Assert.Null(request.Authorization));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AProxyOpensTheTunnelAndSeesNoKey(bool isOfProcess)
    {
        await using var proxy = TunnelProxy.Start();
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines, tls: true);
        await using var client = Behind(proxy, server.Endpoint, isOfProcess);

        await client.MachinesAsync();

        Assert.Equal("Bearer " + TestClient.Key, Assert.Single(server.Received).Authorization);
        Assert.StartsWith($"CONNECT localhost:{server.Origin.Port} HTTP/1.1\r\n", proxy.Sent, StringComparison.Ordinal);
        // The tunnelled bytes are there, and are those of TLS.
        Assert.Contains("\r\n\r\n\u0016\u0003", proxy.Sent, StringComparison.Ordinal);
        Assert.DoesNotContain(TestClient.Key, proxy.Sent, StringComparison.Ordinal);
        Assert.DoesNotContain("authorization", proxy.Sent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task AProxyThatOpensNoTunnelGetsNoKeyAndIsToldOf()
    {
        await using var proxy = TunnelProxy.Start(
            "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"gate\"\r\nContent-Length: 0");
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines, tls: true);
        await using var client = Behind(proxy, server.Endpoint, isOfProcess: false);

        var exception = await Assert.ThrowsAsync<GraphQLConnectionException>(() => client.MachinesAsync());

        Assert.Equal(
            $"Machines: the proxy answered 407 and opened no tunnel to https://localhost:{server.Origin.Port}. Check HTTPS_PROXY, or Proxy and "
                + "DefaultProxyCredentials of the primary handler.",
            exception.Message);
        Assert.Empty(server.Received);
        Assert.StartsWith("CONNECT ", proxy.Sent, StringComparison.Ordinal);
        Assert.DoesNotContain("authorization", proxy.Sent, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("407 Proxy Authentication Required", 1)]
    [InlineData("503 Service Unavailable", 3)]
    public async Task AProxyThatAsksForCredentialsIsNotAskedAgain(string answer, int times)
    {
        await using var proxy = TunnelProxy.Start(answer + "\r\nContent-Length: 0");
        await using var client = TestClient.Create(new Uri("https://localhost:1/graphql"), builder => builder
            .AddStandardGraphQLResilience(o => (o.MaxRetries, o.BaseDelay) = (2, TimeSpan.FromMilliseconds(1)))
            .ConfigurePrimaryHttpMessageHandler((handler, _) => ((SocketsHttpHandler)handler).Proxy = new WebProxy(proxy.Address)));

        await Assert.ThrowsAsync<GraphQLConnectionException>(() => client.MachinesAsync());

        Assert.Equal(times, proxy.Sent.Split("CONNECT ").Length - 1);
    }

    public void Dispose() => HttpClient.DefaultProxy = _former;

    private static TestClient Behind(TunnelProxy proxy, Uri endpoint, bool isOfProcess)
    {
        if (isOfProcess)
            HttpClient.DefaultProxy = new EverythingProxy(proxy.Address);
        return TestClient.Create(endpoint, builder =>
        {
            builder.AddBearerToken("Api:Key");
            if (!isOfProcess)
                builder.ConfigurePrimaryHttpMessageHandler((handler, _) => ((SocketsHttpHandler)handler).Proxy = new WebProxy(proxy.Address));
        });
    }

    private sealed class EverythingProxy(Uri proxy) : IWebProxy
    {
        public ICredentials? Credentials { get; set; }

        public Uri GetProxy(Uri destination) => proxy;

        public bool IsBypassed(Uri host) => false;
    }
}
