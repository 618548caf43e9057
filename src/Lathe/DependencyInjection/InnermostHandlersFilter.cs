using Lathe.Compression;
using Lathe.Transport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Lathe.DependencyInjection;

/// <summary>
/// Puts the key, inside it the limits, and inside those decompression, next to the socket: inside every handler that the user, a logger or a retry
/// adds, whatever the order in which they are added. Only what is sent then counts against a limit, and each attempt does.
/// </summary>
internal sealed class InnermostHandlersFilter : IHttpMessageHandlerBuilderFilter
{
    private readonly IHandlerLayer[] _layers;
    private readonly TransportRegistration[] _transports;
    private readonly IOptionsMonitor<HttpClientFactoryOptions> _options;
    private readonly ILoggerFactory _loggers;

    public InnermostHandlersFilter(
        IEnumerable<IHandlerLayer> layers,
        IEnumerable<TransportRegistration> transports,
        IOptionsMonitor<HttpClientFactoryOptions> options,
        ILoggerFactory loggers)
    {
        (_layers, _transports, _options, _loggers) = ([.. layers], [.. transports], options, loggers);
        Array.Sort(_layers, static (one, other) => one.Order - other.Order);
    }

    public static void AddTo(IServiceCollection services) =>
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter, InnermostHandlersFilter>());

    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        if (builder.Name is not { } name)
            return;
        var isGraphQL = Array.Exists(_transports, client => client.Name == name);
        if (isGraphQL)
            AdaptPrimaryHandler(builder, name);
        foreach (var layer in _layers)
            layer.AddTo(builder, name, isGraphQL);
        if (!isGraphQL)
            return;
        builder.PrimaryHandler = new SendOnceHandler(name) { InnerHandler = builder.PrimaryHandler };
        CopiedRequests.Watch(builder.AdditionalHandlers, name);
    };

    private void AdaptPrimaryHandler(HttpMessageHandlerBuilder builder, string name)
    {
        RefuseHandlerLifetime(name);
        PrimaryHandlers.Adapt(PrimaryHandlers.FindSocket(builder.PrimaryHandler), name, isGraphQL: true, _loggers.CreateLogger("Lathe." + name));
        // A browser undoes every encoding that it knows, by itself.
        if (!OperatingSystem.IsBrowser())
            builder.PrimaryHandler = new ZstdHandler { InnerHandler = builder.PrimaryHandler };
    }

    // The transport keeps its HttpClient, so a lifetime of handlers would say nothing.
    private void RefuseHandlerLifetime(string name)
    {
        if (_options.Get(name).HandlerLifetime != Timeout.InfiniteTimeSpan)
        {
            throw new InvalidOperationException(
                $"SetHandlerLifetime has no meaning for GraphQL client '{name}', which keeps its handlers and renews their connections. "
                    + $"Remove it, and set {nameof(SocketsHttpHandler.PooledConnectionLifetime)} of the primary handler.");
        }
    }
}
