namespace Lathe;

/// <summary>What one call wants different from the client's configuration.</summary>
public sealed class GraphQLRequestOptions
{
    /// <summary>Gets or sets how long the call may take; null for the client's own bound.</summary>
    /// <remarks><see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no bound.</remarks>
    public TimeSpan? Timeout { get; set; }

    /// <summary>
    /// Gets or sets whom the call is for; the token provider gets it and chooses the key; a client whose key is one for all refuses the call. Null
    /// for the client's own key.
    /// </summary>
    public string? Tenant { get; set; }

    /// <summary>Gets or sets the key of this call alone; null for the one that the client is configured with.</summary>
    public BearerToken? BearerToken { get; set; }

    /// <summary>Gets or sets whether a mutation may be sent again after a failure that another attempt could mend. False by default.</summary>
    public bool AllowRetry { get; set; }

    /// <summary>
    /// Gets or sets what the server is asked to do with the error of a field (<c>onError</c>); null for what the client is made for or configured
    /// with.
    /// </summary>
    /// <remarks>Only for servers that know it. <see cref="GraphQLErrorBehavior.Null"/> needs types that are made for it.</remarks>
    public GraphQLErrorBehavior? OnError { get; set; }

    /// <summary>Gets the headers to add to this call. <c>Authorization</c> here is refused when the client has a key of its own.</summary>
    public IList<KeyValuePair<string, string>> Headers => _headers ??= [];

    internal List<KeyValuePair<string, string>>? HeadersOrNull => _headers;

    private List<KeyValuePair<string, string>>? _headers;
}
