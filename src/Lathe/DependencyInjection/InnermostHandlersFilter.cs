using System.Collections.Concurrent;
using Lathe.Authentication;
using Lathe.Compression;
using Lathe.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Lathe.DependencyInjection;

/// <summary>
/// Puts the key, inside it the rate limit, and inside that decompression, next to the socket: inside every handler that the user, a logger or a retry adds,
/// whatever the order in which they are added. Only what is sent then counts against the limit, and each attempt does.
/// </summary>
internal sealed class InnermostHandlersFilter(
    IServiceProvider services,
    BearerTokenRegistrations clients,
    RateLimitRegistrations limits,
    IEnumerable<ZstdRegistration> zstd,
    IOptionsMonitor<BearerTokenOptions> options,
    IOptionsMonitor<HttpClientFactoryOptions> httpOptions,
    ILoggerFactory loggers) : IHttpMessageHandlerBuilderFilter
{
    private readonly ConcurrentDictionary<string, BearerTokenSource> _sources = new(StringComparer.Ordinal);

    private readonly HashSet<string> _zstd = zstd.Select(client => client.Name).ToHashSet(StringComparer.Ordinal);

    public static void AddTo(IServiceCollection services)
    {
        services.TryAddSingleton<BearerTokenRegistrations>();
        services.TryAddSingleton<RateLimitRegistrations>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter, InnermostHandlersFilter>());
    }

    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        if (builder.Name is not { } name)
            return;
        var socket = builder.PrimaryHandler;
        if (_zstd.Contains(name))
            builder.PrimaryHandler = new ZstdHandler { InnerHandler = builder.PrimaryHandler };
        if (limits.Find(name) is { } limit)
            builder.PrimaryHandler = new RateLimitHandler(name, limit.Create(services)) { InnerHandler = builder.PrimaryHandler };
        if (clients.Find(name) is not null)
            builder.PrimaryHandler = CreateBearerHandler(name, builder.PrimaryHandler, socket);
    };

    private BearerTokenHandler CreateBearerHandler(string name, HttpMessageHandler inner, HttpMessageHandler socket)
    {
        var settings = options.Get(name);
        var logger = loggers.CreateLogger("Lathe.Authentication");
        var origin = settings.Origin ?? BaseAddress(name) ?? throw new BearerTokenException(
            $"AddBearerToken does not know where the key of client '{name}' may go. Set HttpClient.BaseAddress or {nameof(BearerTokenOptions)}.{nameof(BearerTokenOptions.Origin)}.");
        LoopbackProxy.Avoid(socket, origin);
        var source = _sources.GetOrAdd(name, key => BearerTokenSourceFactory.Create(services, key, settings, logger));
        var destination = new BearerTokenDestination(name, origin, settings.DangerouslyAllowPlainHttp);
        return new BearerTokenHandler(name, source, destination, settings.KeepExistingAuthorization, logger) { InnerHandler = inner };
    }

    // Handlers are made before a client is; what configures the client tells its base address.
    private Uri? BaseAddress(string name)
    {
        using var probe = new HttpClient();
        foreach (var configure in httpOptions.Get(name).HttpClientActions)
            configure(probe);
        return probe.BaseAddress;
    }
}
