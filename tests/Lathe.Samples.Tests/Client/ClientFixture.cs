using MachineMetrics;
using MachineMetrics.Server.Entities;
using MachineMetrics.Server.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Lathe.Samples.Tests.Client;

/// <summary>The sample's generated client, wired as an application would, against the stand-in server.</summary>
public sealed class ClientFixture : IAsyncLifetime
{
    private ServiceProvider? services;

    public ShopServer Server { get; private set; } = null!;

    public Shop Shop => Server.Shop;

    public IMachineMetricsClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Server = await ShopServer.StartAsync();
        services = Connect(Server.Key.Secret);
        Client = services.GetRequiredService<IMachineMetricsClient>();
    }

    public async ValueTask DisposeAsync()
    {
        if (services is not null)
            await services.DisposeAsync();
        await Server.DisposeAsync();
    }

    /// <summary>Makes services whose client sends this key.</summary>
    public ServiceProvider Connect(string? key)
    {
        var configured = new ServiceCollection();
        configured.AddSingleton<IConfiguration>(
            new ConfigurationBuilder().AddInMemoryCollection([new("MachineMetrics:ApiKey", key)]).Build());
        configured.AddMachineMetricsClient(options => options.Endpoint = Server.Endpoint).AddBearerToken("MachineMetrics:ApiKey");
        return configured.BuildServiceProvider();
    }
}
