namespace Lathe;

/// <summary>Settings for one call, in place of the client's.</summary>
public sealed class GraphQLRequestOptions
{
    /// <summary>Gets or sets how long the call may take; null for the client's own bound.</summary>
    /// <remarks><see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no bound.</remarks>
    public TimeSpan? Timeout { get; set; }

    /// <summary>
    /// Gets or sets whom the call is for. The token provider gets it and chooses the key. A client with one key for all callers refuses the call.
    /// Null for the client's own key.
    /// </summary>
    public string? Tenant { get; set; }

    /// <summary>Gets or sets the key of this call alone; null for the one that the client is configured with.</summary>
    public BearerToken? BearerToken { get; set; }

    /// <summary>Gets or sets whether a mutation may be sent again after a failure that a retry may fix. False by default.</summary>
    public bool AllowRetry { get; set; }

    /// <summary>
    /// Gets or sets what the call asks the server to do with the error of a field (<c>onError</c>). Null for what the client is made for or
    /// configured with.
    /// </summary>
    /// <remarks>Use it only for servers that know it. <see cref="GraphQLErrorBehavior.Null"/> needs types that are made for it.</remarks>
    public GraphQLErrorBehavior? OnError { get; set; }

    /// <summary>Gets the headers to add to this call. <c>Authorization</c> here is refused when the client has a key of its own.</summary>
    public IList<KeyValuePair<string, string>> Headers => _headers ??= [];

    internal List<KeyValuePair<string, string>>? HeadersOrNull => _headers;

    private List<KeyValuePair<string, string>>? _headers;
}
