using System.Buffers;
using Lathe.Authentication;
using Lathe.Batching;
using Lathe.Transport;
using Lathe.WebSockets;
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
        services.GetKeyedService<SocketPool>(name),
        BatchingOf(services, name),
        services.GetKeyedService<IRefusals>(name));

    private static BatchingSettings? BatchingOf(IServiceProvider services, string name)
    {
        if (services.GetKeyedService<BatchingRegistration>(name) is null)
            return null;
        var hasKey = services.GetService<BearerTokenRegistrations>()?.Find(name) is not null;
        return new BatchingSettings(
            services.GetRequiredService<IOptionsMonitor<GraphQLBatchingOptions>>().Get(name),
            hasKey && services.GetRequiredService<BearerTokenSources>().Get(name).IsPerCaller);
    }
}
