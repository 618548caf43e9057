namespace Lathe.Testing;

internal sealed record ScriptStep<TData>(Func<RecordedRequest, IEnumerable<GraphQLResult<TData>>> Answer, TimeSpan Delay)
    where TData : class;
