namespace Lathe.Calls;

/// <summary>One call on its way.</summary>
/// <param name="Operation">What is asked for.</param>
/// <param name="Variables">Its variables, or null.</param>
/// <param name="Options">Settings for this call alone, or null.</param>
/// <param name="WantsParts">Whether results are wanted as they come; else one whole result is.</param>
/// <param name="Observation">What is learnt of the call.</param>
/// <param name="Deadline">When it ends.</param>
internal sealed record GraphQLCall<TData>(
    GraphQLOperation<TData> Operation,
    IGraphQLVariables? Variables,
    GraphQLRequestOptions? Options,
    bool WantsParts,
    OperationObservation Observation,
    Deadline Deadline)
    where TData : class
{
    public CancellationToken Stop => Deadline.Token;

    /// <summary>Gets what the server is asked to do with the error of a field, or null.</summary>
    /// <param name="client">The client's options.</param>
    public GraphQLErrorBehavior? OnError(GraphQLClientOptions client) => Options?.OnError ?? Operation.OnError ?? client.OnError;
}
