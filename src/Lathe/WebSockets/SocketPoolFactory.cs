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
        var hasKey = services.GetService<BearerTokenRegistrations>()?.Find(name) is not null;
        // Without a key its options are not valid: no source is named.
        var key = hasKey ? services.GetRequiredService<IOptionsMonitor<BearerTokenOptions>>().Get(name) : new BearerTokenOptions();
        var settings = new SocketSettings(
            sockets,
            client,
            SocketSettings.AddressOf(sockets, client),
            new SocketKeyForm(key.Header, key.Scheme, sockets.KeyShape),
            services.GetService<ArrayPool<byte>>() ?? ArrayPool<byte>.Shared,
            services.GetService<TimeProvider>() ?? TimeProvider.System);
        var source = hasKey ? services.GetRequiredService<BearerTokenSources>().Get(name) : null;
        var destination = hasKey ? new BearerTokenDestination(name, OriginOf(sockets, key), key.DangerouslyAllowPlainHttp) : null;
        return new SocketPool(settings, new SocketKeys(source, destination, settings), Opener(settings.Address, sockets));
    }

    private static ISocketOpener Opener(Uri address, GraphQLWebSocketOptions sockets)
    {
        if (!OperatingSystem.IsBrowser())
            return new SocketOpener(address, sockets.ConfigureHandler);
        return sockets.ConfigureHandler is null ? new BrowserSocketOpener() : throw new InvalidOperationException(
            $"{nameof(GraphQLWebSocketOptions)}.{nameof(GraphQLWebSocketOptions.ConfigureHandler)} has no meaning in a browser, which opens sockets "
                + "itself. Remove it there.");
    }

    private static Uri OriginOf(GraphQLWebSocketOptions sockets, BearerTokenOptions key) =>
        sockets.KeyOrigin is { } named ? SocketKeys.HttpAddress(named) : key.Origin!;
}
