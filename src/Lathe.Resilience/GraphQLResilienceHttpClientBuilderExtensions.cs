using Lathe;
using Lathe.Resilience;
using Lathe.Transport;
using Polly;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Turns on retries, through <c>Microsoft.Extensions.Http.Resilience</c>.</summary>
public static class GraphQLResilienceHttpClientBuilderExtensions
{
    /// <summary>
    /// Sends queries again after 429, 502, 503, 504 and broken connections: up to 3 times, with growing waits and jitter, or as long as
    /// <c>Retry-After</c> says. Mutations are not sent again unless allowed. Nothing else is added: no circuit breaker, no further time-out.
    /// </summary>
    /// <remarks>On a client that is not a GraphQL one, GET, HEAD and OPTIONS requests are sent again.</remarks>
    /// <typeparam name="TBuilder">The builder's type.</typeparam>
    /// <param name="builder">The client.</param>
    /// <param name="configure">Sets counts, waits and what is allowed, or null.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">The options are not valid.</exception>
    public static TBuilder AddStandardGraphQLResilience<TBuilder>(this TBuilder builder, Action<GraphQLResilienceOptions>? configure = null)
        where TBuilder : IHttpClientBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = new GraphQLResilienceOptions();
        configure?.Invoke(options);
        options.Validate(builder.Name);
        if (Find(builder) is { } client)
        {
            client.Options = options;
            return builder;
        }

        client = new GraphQLResilienceRegistration(builder.Name, options);
        builder.Services.AddSingleton(client);
        // The builder of ConfigureHttpClientDefaults has no name.
        if (builder.Name is { } name)
        {
            builder.Services.AddKeyedSingleton<IRefusals>(
                name, (services, _) => new ThrottledRetry(client, services.GetService<TimeProvider>() ?? TimeProvider.System));
        }

        builder.AddHttpMessageHandler(() => new SendingBound(client));
        builder.AddResilienceHandler("graphql", (pipeline, context) =>
        {
            var time = context.ServiceProvider.GetService<TimeProvider>() ?? TimeProvider.System;
            pipeline.TimeProvider = time;
            pipeline.AddRetry(new GraphQLRetry(client.Options, time).ToStrategy());
        });
        return builder;
    }

    // A second call configures the same strategy: two would multiply their attempts.
    private static GraphQLResilienceRegistration? Find(IHttpClientBuilder builder) => builder.Services
        .Where(service => !service.IsKeyedService)
        .Select(service => service.ImplementationInstance)
        .OfType<GraphQLResilienceRegistration>()
        .FirstOrDefault(client => client.Name == builder.Name);
}
