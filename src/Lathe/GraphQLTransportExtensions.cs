namespace Lathe;

/// <summary>Sends an operation by its variables.</summary>
public static class GraphQLTransportExtensions
{
    /// <summary>Sends a query or mutation.</summary>
    /// <typeparam name="TData">The type of <c>data</c>.</typeparam>
    /// <param name="transport">The transport.</param>
    /// <param name="variables">The operation's variables, which name it.</param>
    /// <param name="options">Settings for this call alone, or null.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The result; GraphQL errors are values on it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="transport"/> or <paramref name="variables"/> is null.</exception>
    public static Task<GraphQLResult<TData>> SendAsync<TData>(
        this IGraphQLTransport transport,
        IGraphQLVariables<TData> variables,
        GraphQLRequestOptions? options = null,
        CancellationToken cancellationToken = default)
        where TData : class
    {
        ArgumentNullException.ThrowIfNull(transport);
        ArgumentNullException.ThrowIfNull(variables);
        return transport.SendAsync(variables.Operation, variables, options, cancellationToken);
    }

    /// <summary>Starts a subscription, or gives the result of an operation with <c>@defer</c> or <c>@stream</c> after each part.</summary>
    /// <typeparam name="TData">The type of <c>data</c>.</typeparam>
    /// <param name="transport">The transport.</param>
    /// <param name="variables">The operation's variables, which name it.</param>
    /// <param name="options">Settings for this call alone, or null.</param>
    /// <param name="cancellationToken">Ends the subscription.</param>
    /// <returns>One result for each event or part.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="transport"/> or <paramref name="variables"/> is null.</exception>
    public static IAsyncEnumerable<GraphQLResult<TData>> SubscribeAsync<TData>(
        this IGraphQLTransport transport,
        IGraphQLVariables<TData> variables,
        GraphQLRequestOptions? options = null,
        CancellationToken cancellationToken = default)
        where TData : class
    {
        ArgumentNullException.ThrowIfNull(transport);
        ArgumentNullException.ThrowIfNull(variables);
        return transport.SubscribeAsync(variables.Operation, variables, options, cancellationToken);
    }
}
