using Lathe;
using Lathe.Costs;
using Lathe.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps a named <see cref="HttpClient"/> within the points that its server gives it.</summary>
public static class CostLimiterHttpClientBuilderExtensions
{
    /// <summary>
    /// Holds a request back until the server has enough points left for it. It counts for each server and key, by Shopify's <c>throttleStatus</c>, by
    /// GitHub's and Linear's headers, or by a reader of your own. Until the server has named its points, requests go at once.
    /// </summary>
    /// <remarks>
    /// The cost of an operation is what the server named last time. A call whose time-out is shorter than the wait fails at once.
    /// </remarks>
    /// <typeparam name="TBuilder">The builder's type.</typeparam>
    /// <param name="builder">The client.</param>
    /// <param name="configure">Sets the reader, the reserve and the queue, or null.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">The options are not valid.</exception>
    public static TBuilder AddCostLimiter<TBuilder>(this TBuilder builder, Action<GraphQLCostLimitOptions>? configure = null)
        where TBuilder : IHttpClientBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = new GraphQLCostLimitOptions();
        configure?.Invoke(options);
        options.Validate(builder.Name);
        InnermostHandlersFilter.AddTo(builder.Services);
        builder.Services.TryAddSingleton(
            static provider => new SharedCostBudgets(provider.GetServices<CostLimitRegistration>(), provider.GetService<TimeProvider>()));
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHandlerLayer, CostLimitLayer>());
        builder.Services.AddSingleton(new CostLimitRegistration(builder.Name, options));
        return builder;
    }
}
