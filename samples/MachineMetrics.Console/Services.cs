using MachineMetrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ShopFloor.Report;
using MachineMetrics.Rest;
using ShopFloor.Sources;

namespace ShopFloor;

/// <summary>Puts the program together: one key in configuration, and two clients that send it.</summary>
internal static class Services
{
    private const string Key = "MachineMetrics:ApiKey";

    public static IHost Build(Source source)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection([new(Key, source.Key)]);

        // The generated GraphQL client.
        builder.Services.AddMachineMetricsClient(options => options.Endpoint = source.Endpoint)
            .AddBearerToken(Key)
            .AddStandardGraphQLResilience()
            .AddTypeNames()
            .AddWebSockets();

        // A REST client written by hand, with the same handler for the key.
        builder.Services.AddHttpClient<ProductionReportClient>(client => client.BaseAddress = new Uri(source.Endpoint, "/"))
            .AddBearerToken(Key);

        builder.Services.AddSingleton(source);
        builder.Services.AddSingleton<ShopFloorReader>();
        builder.Services.AddSingleton<StateFollower>();
        return builder.Build();
    }
}
