namespace Lathe.Testing;

internal sealed record ScriptStep<TData>(Func<RecordedRequest, IReadOnlyList<GraphQLResult<TData>>> Answer, TimeSpan Delay)
    where TData : class;
