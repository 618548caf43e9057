using Lathe;
using MachineMetrics;
using MachineMetrics.Rest;
using MachineMetrics.Server.Hosting;
using ShopFloor.Web.Live;
using ShopFloor.Web.Reading;
using ShopFloor.Web.Sources;

namespace ShopFloor.Web;

/// <summary>Puts the program together: one key in configuration, and two clients that send it.</summary>
internal static class Services
{
    public static void AddShopFloor(this WebApplicationBuilder builder, ApiSource source)
    {
        // The key stays in configuration and in these clients; nothing that a component can reach has it.
        builder.Configuration.AddInMemoryCollection([new(ApiSource.KeyName, source.Key)]);
        builder.Services.AddMachineMetricsClient(options =>
            {
                options.Endpoint = source.Endpoint;
                options.Timeout = TimeSpan.FromSeconds(10);
            })
            .AddBearerToken(ApiSource.KeyName)
            .AddRateLimiter()
            .AddStandardGraphQLResilience(Impatient)
            .AddTypeNames()
            // LiveFloor subscribes again itself, so that the page can say that the connection is lost.
            .AddWebSockets(sockets => sockets.MaxReconnects = 0);
        builder.Services.AddHttpClient<ProductionReportClient>(http =>
            {
                http.BaseAddress = new Uri(source.Endpoint, "/");
                http.Timeout = TimeSpan.FromSeconds(10);
            })
            .AddBearerToken(ApiSource.KeyName);

        builder.Services.AddSingleton(new SourceName(source.Name, source.IsStandIn));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddOptions<LiveOptions>().BindConfiguration("Live");
        builder.Services.AddSingleton<LiveFloor>();
        builder.Services.AddHostedService(services => services.GetRequiredService<LiveFloor>());
        builder.Services.AddScoped<BoardReader>();
        builder.Services.AddScoped<ProductionReader>();
        builder.Services.AddScoped<MachineReader>();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
    }

    // Whoever looks at a page wants an answer, or to be told how long there will be none.
    private static void Impatient(GraphQLResilienceOptions options)
    {
        (options.MaxRetries, options.BaseDelay) = (1, TimeSpan.FromMilliseconds(250));
        options.RetriedStatuses.Remove(429);
    }
}
