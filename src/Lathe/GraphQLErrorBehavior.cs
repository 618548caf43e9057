namespace Lathe;

/// <summary>
/// What a request asks the server to do with the error of a field: <c>onError</c>, as the working group of GraphQL drafts it. Servers that do not
/// know it ignore it, or refuse the request.
/// </summary>
public enum GraphQLErrorBehavior
{
    /// <summary><c>PROPAGATE</c>: null goes up to the next place that may be null. Servers do this when a request asks nothing.</summary>
    Propagate,

    /// <summary><c>NULL</c>: the field is null, also where the schema says non-null. The types of a client must be made for it
    /// (<c>"onError": "NULL"</c> in <c>.graphqlrc.json</c>).</summary>
    Null,

    /// <summary><c>HALT</c>: there is no data.</summary>
    Halt,
}
