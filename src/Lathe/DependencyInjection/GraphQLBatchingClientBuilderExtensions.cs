using Lathe;
using Lathe.Batching;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets a client send queries together.</summary>
public static class GraphQLBatchingClientBuilderExtensions
{
    /// <summary>
    /// Sends queries of the client that start within a window in one request (an array of requests), for servers that take those. Mutations, and
    /// calls with headers, a key or a tenant of their own, never go together with others. A server that refuses is sent each query alone from then
    /// on.
    /// </summary>
    /// <remarks>
    /// It helps where requests are few and dear: HTTP/1.1, gateways that count them. Over HTTP/2, which sends many requests on one connection, it
    /// makes the quick query wait for the slow one. The request is sent outside of any caller's context, so handlers of yours find no
    /// <c>AsyncLocal</c> or <c>HttpContext</c> in it.
    /// </remarks>
    /// <param name="builder">The client.</param>
    /// <param name="configure">Sets the options, or null for the defaults.</param>
    /// <returns>The same builder.</returns>
    public static IGraphQLClientBuilder AddBatching(this IGraphQLClientBuilder builder, Action<GraphQLBatchingOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptions<GraphQLBatchingOptions>(builder.Name).Configure(configure ?? (static _ => { })).ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<GraphQLBatchingOptions>, GraphQLBatchingOptionsValidator>());
        builder.Services.TryAddKeyedSingleton(builder.Name, new BatchingRegistration());
        return builder;
    }
}
