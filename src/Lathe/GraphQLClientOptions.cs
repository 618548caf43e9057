namespace Lathe;

/// <summary>How one client talks to its server. Each named client has its own.</summary>
public sealed class GraphQLClientOptions
{
    /// <summary>Gets or sets the absolute address that operations are sent to. Required.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>
    /// Gets or sets where configuration has the endpoint, such as <c>Shop:Endpoint</c> or <c>ConnectionStrings:shop</c>: an address, or a text with
    /// <c>Endpoint=...;</c>. A value there wins over <see cref="Endpoint"/>. Null by default.
    /// </summary>
    public string? EndpointConfigurationKey { get; set; }

    /// <summary>
    /// Gets or sets the product that <c>User-Agent</c> names before Lathe, such as <c>Shop/2.1</c>. Null by default: that of the
    /// <see cref="HttpClient"/>, if it has one.
    /// </summary>
    /// <remarks>A browser sends its own.</remarks>
    public string? UserAgent { get; set; }

    /// <summary>
    /// Gets or sets whether an activity is named after the kind of operation and its name. False by default: after the kind alone, as the convention
    /// of OpenTelemetry has it.
    /// </summary>
    public bool NameActivitiesAfterOperations { get; set; }

    /// <summary>Gets or sets how long a call may take in all, retries and reading included. 30 seconds by default.</summary>
    /// <remarks>A request can set its own with <see cref="GraphQLRequestOptions.Timeout"/>.
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> turns it off. Subscriptions apply it to the connection only.</remarks>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets how long a subscription's stream may be silent before it counts as broken. Two minutes by default.</summary>
    /// <remarks>Servers ping streams that have no events, most of them each 12 to 30 seconds.
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> turns it off.</remarks>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Gets or sets the largest answer in bytes, counted after decompression. 64 MB by default.</summary>
    public int MaxResponseSize { get; set; } = 64 * 1024 * 1024;

    /// <summary>Gets or sets how deep an answer's JSON may nest. 128 by default, 1 to 1,000.</summary>
    public int MaxDepth { get; set; } = 128;

    /// <summary>Gets or sets how many of an answer's first characters an exception shows. 512 by default, 0 to 16,384.</summary>
    public int MaxBodyExcerpt { get; set; } = 512;

    /// <summary>Gets or sets the HTTP version asked for. HTTP/2 by default, over https; see <see cref="HttpVersionPolicy"/>.</summary>
    public Version HttpVersion { get; set; } = System.Net.HttpVersion.Version20;

    /// <summary>Gets or sets whether a lower or higher HTTP version will do. Lower by default.</summary>
    public HttpVersionPolicy HttpVersionPolicy { get; set; } = HttpVersionPolicy.RequestVersionOrLower;

    /// <summary>Gets or sets whether queries are sent with GET, so that caches on the way can answer. False by default.</summary>
    /// <remarks>Mutations always use POST. Best with <see cref="PersistedOperations"/>, which keeps the address short.</remarks>
    public bool UseGetForQueries { get; set; }

    /// <summary>
    /// Gets or sets whether queries are sent with the method QUERY (RFC 10008) in place of POST: safe to repeat and to cache, with a body. False by
    /// default.
    /// </summary>
    /// <remarks>When the server answers 405 or 501, the query is sent again with POST. Later queries use POST from the start. Mutations and
    /// subscriptions always use POST.
    /// With <see cref="UseGetForQueries"/>, queries whose address is too long for GET use QUERY.</remarks>
    public bool UseQueryMethod { get; set; }

    /// <summary>
    /// Gets or sets how many characters an address of <see cref="UseGetForQueries"/> may have; longer ones are sent with POST. 2,048 by default.
    /// </summary>
    /// <remarks>Servers and proxies have bounds of their own. Most take 4,096 and more.</remarks>
    public int MaxGetLength { get; set; } = 2048;

    /// <summary>Gets or sets whether and how a request names its operation by a hash in place of the text. Off by default.</summary>
    public PersistedOperationMode PersistedOperations { get; set; }

    /// <summary>
    /// Gets or sets what requests ask the server to do with the error of a field (<c>onError</c>). What the client was made for, and what a request
    /// says itself, comes before it. Null by default: requests ask nothing.
    /// </summary>
    /// <remarks>
    /// Use it only for servers that know it. <see cref="GraphQLErrorBehavior.Null"/> needs types that are made for it. <c>"onError"</c> in
    /// <c>.graphqlrc.json</c> makes them, and this option is not needed then.
    /// </remarks>
    public GraphQLErrorBehavior? OnError { get; set; }

    /// <summary>
    /// Gets further media types under which an answer of status 2xx is read. Empty by default: only those of GraphQL over HTTP are read.
    /// </summary>
    /// <remarks>For servers that say <c>text/plain</c> or the like; compared without case and without parameters.</remarks>
    public ISet<string> FurtherMediaTypes { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the values of <c>extensions.code</c> by which a server says, with any status, that the key has expired.</summary>
    /// <remarks><c>UNAUTHENTICATED</c>, <c>invalid-jwt</c> and <c>AUTH_NOT_AUTHENTICATED</c> by default; compared without case.</remarks>
    public ISet<string> ExpiredTokenCodes { get; } =
        new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "UNAUTHENTICATED", "invalid-jwt", "AUTH_NOT_AUTHENTICATED" };

    /// <summary>Gets the names of variables whose values may be logged, at Debug. Empty by default: none are.</summary>
    /// <remarks>A name in <see cref="SensitiveNames"/> is never logged, at any depth, even when it is here.</remarks>
    public ISet<string> LoggedVariables { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Gets the names of variables and input fields whose values are never logged.</summary>
    /// <remarks>
    /// Compared without case, underscores and hyphens, also with the end of longer names: <c>apiKey</c> hides <c>user_api_key</c> too.
    /// </remarks>
    public ISet<string> SensitiveNames { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "password", "passphrase", "passwd", "pin", "token", "jwt", "secret", "apiKey", "key", "authorization", "credential", "credentials",
    };
}
