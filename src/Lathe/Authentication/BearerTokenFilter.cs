using System.Collections.Concurrent;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Lathe;

/// <summary>
/// Puts the key next to the socket: inside every handler that the user or a logger adds, whatever the order in which they are added.
/// </summary>
internal sealed class BearerTokenFilter(
    IServiceProvider services,
    BearerTokenClients clients,
    IOptionsMonitor<BearerTokenOptions> options,
    IOptionsMonitor<HttpClientFactoryOptions> httpOptions,
    ILoggerFactory loggers) : IHttpMessageHandlerBuilderFilter
{
    private readonly ConcurrentDictionary<string, BearerTokenSource> _sources = new(StringComparer.Ordinal);

    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        if (builder.Name is { } name && clients.Find(name) is not null)
            builder.PrimaryHandler = CreateHandler(name, builder.PrimaryHandler);
    };

    private BearerTokenHandler CreateHandler(string name, HttpMessageHandler inner)
    {
        var settings = options.Get(name);
        var logger = loggers.CreateLogger("Lathe.Authentication");
        var origin = settings.Origin ?? BaseAddress(name) ?? throw new BearerTokenException(
            $"AddBearerToken does not know where the key of client '{name}' may go. Set HttpClient.BaseAddress or {nameof(BearerTokenOptions)}.{nameof(BearerTokenOptions.Origin)}.");
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
