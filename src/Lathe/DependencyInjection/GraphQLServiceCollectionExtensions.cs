using Lathe;
using Lathe.DependencyInjection;
using Lathe.Transport;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds GraphQL clients to a service collection. The generated <c>Add...Client</c> methods call it.</summary>
public static class GraphQLServiceCollectionExtensions
{
    /// <summary>Adds a client: its options, its named <see cref="HttpClient"/>, its transport and the client itself, as singletons.</summary>
    /// <typeparam name="TInterface">The client's interface.</typeparam>
    /// <typeparam name="TClient">The client.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="name">
    /// The client's name: of its options, of its <see cref="HttpClient"/> and the key of its keyed services. The first client of a
    /// type that is added is also the one that is injected without a key.
    /// </param>
    /// <param name="factory">Makes the client over its transport.</param>
    /// <param name="configure">Sets the options, or null when they are configured elsewhere under <paramref name="name"/>.</param>
    /// <returns>A builder for the key, resilience, rate limit and handlers.</returns>
    /// <exception cref="InvalidOperationException">A client of another type has the name: both would share endpoint and key.</exception>
    public static IGraphQLClientBuilder AddTypedGraphQLClient<TInterface, TClient>(
        this IServiceCollection services,
        string name,
        Func<IGraphQLTransport, TClient> factory,
        Action<GraphQLClientOptions>? configure = null)
        where TInterface : class
        where TClient : class, TInterface
    {
        ArgumentNullException.ThrowIfNull(factory);
        ArgumentNullException.ThrowIfNull(services);
        ClientRegistration.Add(services, name, typeof(TClient));
        var builder = services.AddGraphQLTransport(name, configure);
        services.AddKeyedSingleton(name, (provider, _) => factory(provider.GetRequiredKeyedService<IGraphQLTransport>(name)));
        services.AddKeyedSingleton<TInterface>(name, (provider, _) => provider.GetRequiredKeyedService<TClient>(name));
        services.TryAddSingleton(provider => provider.GetRequiredKeyedService<TClient>(name));
        services.TryAddSingleton<TInterface>(provider => provider.GetRequiredKeyedService<TClient>(name));
        return builder;
    }

    /// <summary>Adds only a transport, as a keyed <see cref="IGraphQLTransport"/>, for those who make their clients themselves.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The transport's name and key.</param>
    /// <param name="configure">Sets the options, or null when they are configured elsewhere under <paramref name="name"/>.</param>
    /// <returns>A builder for the key, resilience, rate limit and handlers.</returns>
    public static IGraphQLClientBuilder AddGraphQLTransport(
        this IServiceCollection services, string name, Action<GraphQLClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(name);
        var options = services.AddOptions<GraphQLClientOptions>(name).ValidateOnStart();
        if (configure is not null)
            options.Configure(configure);
        options.PostConfigure<IServiceProvider>((client, provider) => EndpointSources.Complete(client, name, provider));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<GraphQLClientOptions>, GraphQLClientOptionsValidator>());
        services.AddOptions<BearerTokenOptions>(name).PostConfigure<IOptionsMonitor<GraphQLClientOptions>>(
            (token, client) => token.Origin ??= client.Get(name).Endpoint);
        // A transport that was registered before stays, such as the scripted one of a test.
        var hasOwn = services.Any(static service => service.ServiceType == typeof(IGraphQLTransport) && !service.IsKeyedService);
        services.TryAddKeyedSingleton<IGraphQLTransport>(
            name, (provider, _) => hasOwn ? provider.GetRequiredService<IGraphQLTransport>() : HttpGraphQLTransportFactory.Create(provider, name));
        return new GraphQLClientBuilder(AddHttpClient(services, name));
    }

    // One client lives as long as the transport, so connections, not handlers, are renewed to follow DNS.
    private static IHttpClientBuilder AddHttpClient(IServiceCollection services, string name)
    {
        InnermostHandlersFilter.AddTo(services);
        var builder = services.AddHttpClient(name);
        // Handlers that were added to the client afterwards stay.
        if (Marks.Find<TransportRegistration>(services, known => known.Name == name) is not null)
            return builder;
        services.AddSingleton(new TransportRegistration(name));
        return builder
            .ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigureAdditionalHttpMessageHandlers((handlers, provider) => DefaultResilience.TakeOff(handlers, provider, name))
            .ConfigurePrimaryHttpMessageHandler(PrimaryHandlers.Create);
    }
}
