using System.Threading.RateLimiting;
using Lathe;
using Lathe.DependencyInjection;
using Lathe.RateLimiting;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps a named <see cref="HttpClient"/> below a server's rate limit. Each attempt counts, retries too.</summary>
public static class RateLimiterHttpClientBuilderExtensions
{
    /// <summary>
    /// Allows a number of requests in a sliding window, for each server and key: 1,000 a minute unless configured. A renewed key shares the budget of
    /// the one before it.
    /// </summary>
    /// <typeparam name="TBuilder">The builder's type.</typeparam>
    /// <param name="builder">The client.</param>
    /// <param name="configure">Sets limit, window and queue, or null.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">The limit is not valid.</exception>
    public static TBuilder AddRateLimiter<TBuilder>(this TBuilder builder, Action<GraphQLRateLimitOptions>? configure = null)
        where TBuilder : IHttpClientBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = new GraphQLRateLimitOptions();
        configure?.Invoke(options);
        options.Validate(builder.Name);
        builder.Services.TryAddSingleton<SharedRateLimiters>();
        return builder.AddPartitionedRateLimiter(services => services.GetRequiredService<SharedRateLimiters>().Get(options));
    }

    /// <summary>Asks a limiter of your own for each request, such as a token bucket, or one that several processes share.</summary>
    /// <typeparam name="TBuilder">The builder's type.</typeparam>
    /// <param name="builder">The client.</param>
    /// <param name="limiter">Gives the limiter, once; whoever made it disposes it.</param>
    /// <returns>The same builder.</returns>
    public static TBuilder AddRateLimiter<TBuilder>(this TBuilder builder, Func<IServiceProvider, RateLimiter> limiter)
        where TBuilder : IHttpClientBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(limiter);
        return builder.AddPartitionedRateLimiter(services => new SingleRateLimiter(limiter(services)));
    }

    /// <summary>Asks a limiter that looks at the request, which never holds the key.</summary>
    /// <typeparam name="TBuilder">The builder's type.</typeparam>
    /// <param name="builder">The client.</param>
    /// <param name="limiter">Gives the limiter, once; whoever made it disposes it.</param>
    /// <returns>The same builder.</returns>
    public static TBuilder AddPartitionedRateLimiter<TBuilder>(
        this TBuilder builder, Func<IServiceProvider, PartitionedRateLimiter<HttpRequestMessage>> limiter)
        where TBuilder : IHttpClientBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(limiter);
        InnermostHandlersFilter.AddTo(builder.Services);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHandlerLayer, RateLimitLayer>());
        builder.Services.AddSingleton(new RateLimitRegistration(builder.Name, limiter));
        return builder;
    }
}
