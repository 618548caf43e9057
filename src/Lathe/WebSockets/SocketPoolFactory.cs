using System.Buffers;
using Lathe.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Lathe.WebSockets;

internal static class SocketPoolFactory
{
    public static SocketPool Create(IServiceProvider services, string name)
    {
        var sockets = services.GetRequiredService<IOptionsMonitor<GraphQLWebSocketOptions>>().Get(name);
        var client = services.GetRequiredService<IOptionsMonitor<GraphQLClientOptions>>().Get(name);
        var settings = new SocketSettings(
            sockets,
            client,
            SocketSettings.AddressOf(sockets, client),
            services.GetService<ArrayPool<byte>>() ?? ArrayPool<byte>.Shared,
            services.GetService<TimeProvider>() ?? TimeProvider.System);
        return new SocketPool(settings, KeysOf(services, name, settings.Address), new SocketOpener(settings.Address, sockets.ConfigureHandler));
    }

    private static SocketKeys KeysOf(IServiceProvider services, string name, Uri address)
    {
        if (services.GetRequiredService<BearerTokenRegistrations>().Find(name) is null)
            return new SocketKeys(null, null, address);
        var options = services.GetRequiredService<IOptionsMonitor<BearerTokenOptions>>().Get(name);
        var source = services.GetRequiredService<BearerTokenSources>().Get(name);
        return new SocketKeys(source, new BearerTokenDestination(name, options.Origin!, options.DangerouslyAllowPlainHttp), address);
    }
}
