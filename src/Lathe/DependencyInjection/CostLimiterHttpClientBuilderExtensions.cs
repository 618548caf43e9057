using Lathe;
using Lathe.Costs;
using Lathe.DependencyInjection;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps a named <see cref="HttpClient"/> within the points that its server gives it.</summary>
public static class CostLimiterHttpClientBuilderExtensions
{
    /// <summary>
    /// Lets a request go when the server has said that it has enough left, for each server and key: by Shopify's <c>throttleStatus</c>,
    /// GitHub's and Linear's headers, or a reader of your own. Until the server has said anything, requests go.
    /// </summary>
    /// <remarks>
    /// An operation is reckoned at what the server said last time. A call that can't wait so long within its time-out fails at once.
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
        builder.Services.AddSingleton(new CostLimitRegistration(builder.Name, options));
        return builder;
    }
}
