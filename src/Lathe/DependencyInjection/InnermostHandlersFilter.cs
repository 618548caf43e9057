using Lathe.Authentication;
using Lathe.Compression;
using Lathe.Costs;
using Lathe.RateLimiting;
using Lathe.Telemetry;
using Lathe.Transport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Lathe.DependencyInjection;

/// <summary>
/// Puts the key, inside it the rate limit, and inside that decompression, next to the socket: inside every handler that the user, a logger or a retry
/// adds, whatever the order in which they are added. Only what is sent then counts against the limit, and each attempt does.
/// </summary>
internal sealed class InnermostHandlersFilter(
    IServiceProvider services,
    BearerTokenRegistrations clients,
    BearerTokenSources sources,
    RateLimitRegistrations limits,
    SharedCostBudgets costs,
    IEnumerable<TransportRegistration> transports,
    IOptionsMonitor<BearerTokenOptions> options,
    IOptionsMonitor<HttpClientFactoryOptions> httpOptions,
    ILoggerFactory loggers) : IHttpMessageHandlerBuilderFilter
{
    private readonly HashSet<string> _transports = transports.Select(client => client.Name).ToHashSet(StringComparer.Ordinal);

    public static void AddTo(IServiceCollection services)
    {
        services.TryAddSingleton<BearerTokenRegistrations>();
        services.TryAddSingleton<BearerTokenSources>();
        services.TryAddSingleton<RateLimitRegistrations>();
        services.TryAddSingleton(
            static provider => new SharedCostBudgets(provider.GetServices<CostLimitRegistration>(), provider.GetService<TimeProvider>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter, InnermostHandlersFilter>());
    }

    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        if (builder.Name is not { } name)
            return;
        var socket = PrimaryHandlers.FindSocket(builder.PrimaryHandler);
        var isGraphQL = _transports.Contains(name);
        if (isGraphQL)
            RefuseHandlerLifetime(name);
        if (isGraphQL || clients.Find(name) is { IsOwnHeader: true })
            PrimaryHandlers.Adapt(socket, name, isGraphQL, loggers.CreateLogger("Lathe." + name));
        // A browser undoes every encoding that it knows, by itself.
        if (isGraphQL && !OperatingSystem.IsBrowser())
            builder.PrimaryHandler = new ZstdHandler { InnerHandler = builder.PrimaryHandler };
        if (limits.Find(name) is { } limit)
            builder.PrimaryHandler = new RateLimitHandler(name, limit.Create(services)) { InnerHandler = builder.PrimaryHandler };
        if (costs.Find(name) is { } budgets)
            builder.PrimaryHandler = new CostLimitHandler(name, budgets) { InnerHandler = builder.PrimaryHandler };
        if (clients.Find(name) is not null)
            builder.PrimaryHandler = CreateBearerHandler(name, builder, socket);
        if (!isGraphQL)
            return;
        builder.PrimaryHandler = new SendOnceHandler(name) { InnerHandler = builder.PrimaryHandler };
        CopiedRequests.Watch(builder.AdditionalHandlers, name);
    };

    // The transport keeps its HttpClient, so a lifetime of handlers would say nothing.
    private void RefuseHandlerLifetime(string name)
    {
        if (httpOptions.Get(name).HandlerLifetime != Timeout.InfiniteTimeSpan)
        {
            throw new InvalidOperationException(
                $"SetHandlerLifetime has no meaning for GraphQL client '{name}', which keeps its handlers and renews their connections. "
                    + $"Remove it, and set {nameof(SocketsHttpHandler.PooledConnectionLifetime)} of the primary handler.");
        }
    }

    private BearerTokenHandler CreateBearerHandler(string name, HttpMessageHandlerBuilder builder, HttpMessageHandler socket)
    {
        var settings = options.Get(name);
        var logger = loggers.CreateLogger("Lathe.Authentication");
        var origin = settings.Origin ?? BaseAddress(name) ?? throw new BearerTokenException(
            $"AddBearerToken or AddApiKey does not know where the key of client '{name}' may go. Set HttpClient.BaseAddress or "
                + $"{nameof(BearerTokenOptions)}.{nameof(BearerTokenOptions.Origin)}.");
        LoopbackProxy.Avoid(socket, origin);
        var source = sources.Get(name);
        var destination = new BearerTokenDestination(name, origin, settings.DangerouslyAllowPlainHttp)
        {
            Endpoint = _transports.Contains(name) ? services.GetRequiredService<IOptionsMonitor<GraphQLClientOptions>>().Get(name).Endpoint : null,
        };
        AddressResolverHandlers.Surround(builder.AdditionalHandlers, destination, settings.AddressResolvers);
        if (OperatingSystem.IsBrowser() && BearerTokenSourceFactory.IsOneForAll(settings))
            ClientLog.InBrowser(logger, name);
        return new BearerTokenHandler(name, source, destination, settings, logger) { InnerHandler = builder.PrimaryHandler };
    }

    private Uri? BaseAddress(string name) => EndpointSources.BaseAddress(httpOptions.Get(name));
}
