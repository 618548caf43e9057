using System.Buffers;
using Lathe.WebSockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Lathe.Transport;

internal static class HttpGraphQLTransportFactory
{
    public static HttpGraphQLTransport Create(IServiceProvider services, string name) => new(
        services.GetRequiredService<IHttpClientFactory>().CreateClient(name),
        services.GetRequiredService<IOptionsMonitor<GraphQLClientOptions>>().Get(name),
        name,
        services.GetRequiredService<ILoggerFactory>().CreateLogger("Lathe." + name),
        services.GetService<TimeProvider>(),
        services.GetService<ArrayPool<byte>>() ?? ArrayPool<byte>.Shared,
        services.GetKeyedService<SocketPool>(name),
        services.GetKeyedService<IRefusals>(name));
}
