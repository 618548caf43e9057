using Lathe;
using Lathe.Batching;
using Lathe.Transport;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets a client send queries together.</summary>
public static class GraphQLBatchingClientBuilderExtensions
{
    /// <summary>
    /// Collects the queries that start within a short time, and sends them as one request: an array of requests, for servers that take those.
    /// Mutations, and calls with headers, a key or a tenant of their own, never go together with others. After a server has refused an array, each
    /// query goes alone.
    /// </summary>
    /// <remarks>
    /// It helps where each request is expensive: over HTTP/1.1, or behind a gateway that counts requests. HTTP/2 already sends many requests on one
    /// connection; there, a batch only makes a quick query wait for a slow one. The request is sent outside of any caller's context. Your handlers
    /// find no <c>AsyncLocal</c> and no <c>HttpContext</c> there.
    /// </remarks>
    /// <param name="builder">The client.</param>
    /// <param name="configure">Sets the options, or null for the defaults.</param>
    /// <returns>The same builder.</returns>
    public static IGraphQLClientBuilder AddBatching(this IGraphQLClientBuilder builder, Action<GraphQLBatchingOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var name = builder.Name;
        builder.Services.AddOptions<GraphQLBatchingOptions>(name).Configure(configure ?? (static _ => { })).ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<GraphQLBatchingOptions>, GraphQLBatchingOptionsValidator>());
        builder.Services.TryAddEnumerable(ServiceDescriptor.KeyedSingleton<ICarrierLayer, BatchingLayer>(
            name, (services, _) => BatchingLayer.Create(services, name)));
        return builder;
    }
}
