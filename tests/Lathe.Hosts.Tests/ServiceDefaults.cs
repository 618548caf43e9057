using Microsoft.Extensions.DependencyInjection;

namespace Lathe.Hosts.Tests;

/// <summary>What the service defaults of .NET Aspire's template put on every client of the process.</summary>
internal static class ServiceDefaults
{
    /// <param name="endpoint">What the client is told.</param>
    /// <param name="configure">What else it is told.</param>
    /// <param name="shop">Where the service <c>shop</c> is; null where nothing says so.</param>
    /// <param name="time">The clock of time-outs.</param>
    public static ServiceProvider Provide(
        Uri endpoint, Action<IGraphQLClientBuilder> configure, Uri? shop = null, TimeProvider? time = null)
    {
        (string, string?)[] addresses = shop is null ? [] : [("services:shop:http:0", shop.ToString().TrimEnd('/'))];
        var services = Client.Services(addresses);
        services.AddSingleton(time ?? TimeProvider.System);
        configure(services.AddGraphQLTransport("shop", o => o.Endpoint = endpoint));
        AddTo(services);
        return services.BuildServiceProvider();
    }

    public static void AddTo(IServiceCollection services)
    {
        services.AddServiceDiscovery();
        services.ConfigureHttpClientDefaults(http =>
        {
            http.AddStandardResilienceHandler();
            http.AddServiceDiscovery();
        });
    }
}
