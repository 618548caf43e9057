using System.Buffers;
using Lathe.Transport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Lathe.DependencyInjection;

internal static class HttpGraphQLTransportFactory
{
    public static HttpGraphQLTransport Create(IServiceProvider services, string name) => new(
        services.GetRequiredService<IHttpClientFactory>().CreateClient(name),
        services.GetRequiredService<IOptionsMonitor<GraphQLClientOptions>>().Get(name),
        name,
        services.GetRequiredService<ILoggerFactory>().CreateLogger("Lathe." + name),
        services.GetService<TimeProvider>(),
        services.GetService<ArrayPool<byte>>() ?? ArrayPool<byte>.Shared,
        LayersOf(services, name),
        services.GetKeyedService<IRefusals>(name));

    private static ICarrierLayer[] LayersOf(IServiceProvider services, string name)
    {
        ICarrierLayer[] layers = [.. services.GetKeyedServices<ICarrierLayer>(name)];
        Array.Sort(layers, static (one, other) => one.Order - other.Order);
        return layers;
    }
}
