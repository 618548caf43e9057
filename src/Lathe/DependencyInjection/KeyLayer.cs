using Lathe.Authentication;
using Lathe.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Lathe.DependencyInjection;

/// <summary>Attaches clients' keys.</summary>
internal sealed class KeyLayer(
    IServiceProvider services,
    BearerTokenRegistrations clients,
    BearerTokenSources sources,
    IOptionsMonitor<BearerTokenOptions> options,
    ILoggerFactory loggers) : IHandlerLayer
{
    public HandlerOrder Order => HandlerOrder.Key;

    public void AddTo(HttpMessageHandlerBuilder builder, string client, bool isGraphQL)
    {
        if (clients.Find(client) is not { } registration)
            return;
        var socket = PrimaryHandlers.FindSocket(builder.PrimaryHandler);
        // .NET would send such a key to wherever a redirect leads.
        if (registration.IsOwnHeader && !isGraphQL)
            PrimaryHandlers.Adapt(socket, client, isGraphQL, loggers.CreateLogger("Lathe." + client));
        var settings = options.Get(client);
        var logger = loggers.CreateLogger("Lathe.Authentication");
        var destination = DestinationOf(client, settings, isGraphQL);
        LoopbackProxy.Avoid(socket, destination.Origin);
        AddressResolverHandlers.Surround(builder.AdditionalHandlers, destination, settings.AddressResolvers);
        if (OperatingSystem.IsBrowser() && BearerTokenSourceFactory.IsOneForAll(settings))
            ClientLog.InBrowser(logger, client);
        builder.PrimaryHandler = new BearerTokenHandler(client, sources.Get(client), destination, settings, logger)
        {
            InnerHandler = builder.PrimaryHandler,
        };
    }

    private BearerTokenDestination DestinationOf(string client, BearerTokenOptions settings, bool isGraphQL)
    {
        var origin = settings.Origin ?? BaseAddress(client) ?? throw new BearerTokenException(
            $"AddBearerToken or AddApiKey does not know where the key of client '{client}' may go. Set HttpClient.BaseAddress or "
                + $"{nameof(BearerTokenOptions)}.{nameof(BearerTokenOptions.Origin)}.");
        return new BearerTokenDestination(client, origin, settings.DangerouslyAllowPlainHttp)
        {
            Endpoint = isGraphQL ? services.GetRequiredService<IOptionsMonitor<GraphQLClientOptions>>().Get(client).Endpoint : null,
        };
    }

    private Uri? BaseAddress(string client) =>
        EndpointSources.BaseAddress(services.GetRequiredService<IOptionsMonitor<HttpClientFactoryOptions>>().Get(client));
}
