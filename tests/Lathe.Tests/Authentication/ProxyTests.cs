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
    public async Task Plain_http_to_this_machine_does_not_go_through_the_proxy(bool graphQL)
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
            services.AddHttpClient("rest", http => http.BaseAddress = server.Origin).AddBearerToken(o => o.FixedToken = BearerToken.Create(TestClient.Key));
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

    public void Dispose() => HttpClient.DefaultProxy = _former;

    private sealed class EverythingProxy(Uri proxy) : IWebProxy
    {
        public ICredentials? Credentials { get; set; }

        public Uri GetProxy(Uri destination) => proxy;

        public bool IsBypassed(Uri host) => false;
    }
}
