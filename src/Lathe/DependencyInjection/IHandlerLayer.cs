using Microsoft.Extensions.Http;

namespace Lathe.DependencyInjection;

/// <summary>
/// A handler that named clients ask for, next to the socket. Only what registers a layer names its code, so a program without it neither links nor
/// runs any of it.
/// </summary>
internal interface IHandlerLayer
{
    /// <summary>Gets where it stands.</summary>
    HandlerOrder Order { get; }

    /// <summary>Puts the handler over the primary handler of a client that has asked for it.</summary>
    /// <param name="builder">Makes the client's handlers.</param>
    /// <param name="client">The client.</param>
    /// <param name="isGraphQL">Whether it is a GraphQL client.</param>
    void AddTo(HttpMessageHandlerBuilder builder, string client, bool isGraphQL);
}

/// <summary>The layers of handlers, the innermost first.</summary>
internal enum HandlerOrder
{
    RateLimit,
    CostLimit,
    Key,
}
