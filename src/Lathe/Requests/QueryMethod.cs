namespace Lathe.Requests;

/// <summary>The HTTP method QUERY (RFC 10008).</summary>
internal static class QueryMethod
{
#if NET10_0_OR_GREATER
    public static HttpMethod Value => HttpMethod.Query;
#else
    public static HttpMethod Value { get; } = new("QUERY");
#endif
}
