namespace Lathe;

/// <summary>One call on its way.</summary>
internal sealed record GraphQLCall<TData>(
    GraphQLOperation<TData> Operation,
    IGraphQLVariables? Variables,
    GraphQLRequestOptions? Options,
    OperationObservation Observation,
    CancellationToken Stop)
    where TData : class;
