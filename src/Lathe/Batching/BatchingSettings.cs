namespace Lathe.Batching;

/// <summary>How a client sends queries together.</summary>
/// <param name="Options">What the user set.</param>
/// <param name="IsKeyPerCaller">Whether the client's key depends on the caller, so that no two calls are known to have the same.</param>
internal sealed record BatchingSettings(GraphQLBatchingOptions Options, bool IsKeyPerCaller);
