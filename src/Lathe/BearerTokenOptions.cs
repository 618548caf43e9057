namespace Lathe;

/// <summary>Where a client's key comes from and where it may go. Exactly one source is set.</summary>
public sealed class BearerTokenOptions
{
    /// <summary>Gets or sets the configuration key that holds the API key, such as <c>MachineMetrics:ApiKey</c>. A reload takes effect.</summary>
    public string? ConfigurationKey { get; set; }

    /// <summary>Gets or sets the environment variable that holds the API key.</summary>
    public string? EnvironmentVariable { get; set; }

    /// <summary>Gets or sets the file that holds the API key, as Docker and Kubernetes mount secrets. A new key in it takes effect.</summary>
    public string? File { get; set; }

    /// <summary>Gets or sets how often the file is looked at again. One second by default.</summary>
    public TimeSpan FileCheckInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Gets or sets a delegate that gives the key: OAuth, a vault, a tenant's key. It is asked again when the server rejects one.</summary>
    public Func<BearerTokenRequest, CancellationToken, ValueTask<BearerToken?>>? Provider { get; set; }

    /// <summary>Gets or sets a fixed key, for tests. Never write one in source code that ships.</summary>
    public BearerToken? FixedToken { get; set; }

    /// <summary>
    /// Gets or sets the address whose origin (scheme, host and port) gets the key; no other origin gets it. Null for the client's endpoint or base
    /// address.
    /// </summary>
    public Uri? Origin { get; set; }

    /// <summary>
    /// Gets or sets whether the key may go over plain http to a host that is not loopback, where anyone on the way can read it. False by default.
    /// </summary>
    public bool DangerouslyAllowPlainHttp { get; set; }

    /// <summary>Gets or sets the header that holds the key. <c>Authorization</c> by default; <c>AddApiKey</c> sets it.</summary>
    public string Header { get; set; } = "Authorization";

    /// <summary>
    /// Gets or sets what stands before the key in the header. <c>Bearer</c> by default, null for the bare key, which is what <c>AddApiKey</c> sets.
    /// With <c>Basic</c> a key with a colon is a user name and a password, and is encoded.
    /// </summary>
    public string? Scheme { get; set; } = "Bearer";

    /// <summary>
    /// Gets or sets for whom a provider's token is kept. <see cref="BearerTokenCache.PerTenant"/> by default: one token for all callers.
    /// </summary>
    public BearerTokenCache Cache { get; set; }

    /// <summary>
    /// Gets the types of handlers that turn the client's origin into the address of a server. The key goes to that address. The handler of
    /// <c>AddServiceDiscovery</c> counts without being listed. After any other handler has changed the address, the key is not sent.
    /// </summary>
    public ICollection<Type> AddressResolvers { get; } = [];

    /// <summary>
    /// Gets or sets whether a request keeps the header that it already has in the place of the key. False by default: such a request is an error.
    /// </summary>
    public bool KeepExistingAuthorization { get; set; }

    /// <summary>
    /// Gets or sets how long before <see cref="BearerToken.ExpiresAt"/> a provider is asked for the next token. 30 seconds by default.
    /// </summary>
    public TimeSpan RenewBefore { get; set; } = TimeSpan.FromSeconds(30);
}
