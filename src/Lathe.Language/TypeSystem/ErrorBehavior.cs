namespace Lathe.Language.TypeSystem;

/// <summary>
/// What a request asks the server to do with the error of a field: <c>onError</c>, as the working group of GraphQL drafts it. The names are those
/// of the run time's <c>GraphQLErrorBehavior</c>.
/// </summary>
internal enum ErrorBehavior
{
    /// <summary>The request does not say.</summary>
    Unsaid,

    /// <summary>Null goes up to the next place that may be null.</summary>
    Propagate,

    /// <summary>The field is null, also where the schema says non-null.</summary>
    Null,

    /// <summary>There is no data.</summary>
    Halt,
}
