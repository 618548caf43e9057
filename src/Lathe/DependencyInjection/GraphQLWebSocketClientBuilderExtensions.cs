using Lathe;
using Lathe.Transport;
using Lathe.WebSockets;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets a client use WebSockets.</summary>
public static class GraphQLWebSocketClientBuilderExtensions
{
    /// <summary>Sends the client's subscriptions over a WebSocket (protocol <c>graphql-transport-ws</c>), with the key of its requests.</summary>
    /// <param name="builder">The client.</param>
    /// <param name="configure">Sets the options, or null for the defaults.</param>
    /// <returns>The same builder.</returns>
    public static IGraphQLClientBuilder AddWebSockets(this IGraphQLClientBuilder builder, Action<GraphQLWebSocketOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var name = builder.Name;
        builder.Services.AddOptions<GraphQLWebSocketOptions>(name).Configure(configure ?? (static _ => { })).ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<GraphQLWebSocketOptions>, GraphQLWebSocketOptionsValidator>());
        builder.Services.TryAddKeyedSingleton(name, (services, _) => SocketPoolFactory.Create(services, name));
        builder.Services.TryAddEnumerable(ServiceDescriptor.KeyedSingleton<ICarrierLayer, SocketLayer>(
            name, (services, _) => new SocketLayer(services.GetRequiredKeyedService<SocketPool>(name))));
        return builder;
    }
}
