namespace Lathe;

/// <summary>Sends operations. A generated client calls it; a test can put its own in place.</summary>
public interface IGraphQLTransport
{
    /// <summary>Sends a query or mutation.</summary>
    /// <typeparam name="TData">The type of <c>data</c>.</typeparam>
    /// <param name="operation">The operation.</param>
    /// <param name="variables">Its variables, or null when it has none.</param>
    /// <param name="options">Settings for this call alone, or null.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The result; GraphQL errors are values on it.</returns>
    Task<GraphQLResult<TData>> SendAsync<TData>(
        GraphQLOperation<TData> operation,
        IGraphQLVariables? variables = null,
        GraphQLRequestOptions? options = null,
        CancellationToken cancellationToken = default)
        where TData : class;

    /// <summary>Starts a subscription.</summary>
    /// <typeparam name="TData">The type of <c>data</c>.</typeparam>
    /// <param name="operation">The operation.</param>
    /// <param name="variables">Its variables, or null when it has none.</param>
    /// <param name="options">Settings for this call alone, or null.</param>
    /// <param name="cancellationToken">Ends the subscription.</param>
    /// <returns>One result for each event.</returns>
    IAsyncEnumerable<GraphQLResult<TData>> SubscribeAsync<TData>(
        GraphQLOperation<TData> operation,
        IGraphQLVariables? variables = null,
        GraphQLRequestOptions? options = null,
        CancellationToken cancellationToken = default)
        where TData : class;
}
