namespace Lathe;

/// <summary>How one client uses WebSockets (protocol <c>graphql-transport-ws</c>). Each named client has its own.</summary>
public sealed class GraphQLWebSocketOptions
{
    /// <summary>
    /// Gets or sets the absolute <c>wss</c> or <c>ws</c> address; null to derive it from <see cref="GraphQLClientOptions.Endpoint"/>.
    /// </summary>
    /// <remarks>When its origin is not that of the key, the key goes there only if <see cref="KeyOrigin"/> says so.</remarks>
    public Uri? Endpoint { get; set; }

    /// <summary>Gets or sets what goes over the socket. <see cref="GraphQLSubscriptionMode.Automatic"/> by default.</summary>
    public GraphQLSubscriptionMode Subscriptions { get; set; }

    /// <summary>Gets or sets whether queries and mutations use the socket too. False by default.</summary>
    public bool SendQueriesAndMutations { get; set; }

    /// <summary>Gets or sets how <c>connection_init</c> holds the key. <c>{"Authorization":"Bearer ..."}</c> by default.</summary>
    public GraphQLConnectionKeyShape KeyShape { get; set; }

    /// <summary>
    /// Gets or sets the address whose origin (scheme, host and port) gets the key over sockets, such as <c>wss://events.example.com</c>. Null for
    /// that of
    /// <see cref="BearerTokenOptions.Origin"/>; a client with a key opens no socket anywhere else.
    /// </summary>
    public Uri? KeyOrigin { get; set; }

    /// <summary>Gets or sets how long opening the socket and <c>connection_ack</c> may take, each. 10 seconds by default.</summary>
    public TimeSpan AckTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Gets or sets how often the client pings the server. 30 seconds by default.</summary>
    public TimeSpan PingInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets how long after a ping a silent socket counts as dead. 10 seconds by default.</summary>
    public TimeSpan PongTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Gets or sets how long the socket stays open without a subscriber. 30 seconds by default.</summary>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets how long closing may take before the socket is cut. 5 seconds by default.</summary>
    public TimeSpan CloseTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets or sets how many times in a row a broken socket is opened again. 10 by default; 0 for never.</summary>
    public int MaxReconnects { get; set; } = 10;

    /// <summary>
    /// Gets or sets the longest wait before the first new attempt. Each further attempt doubles it. The client waits for a random part of it. 1
    /// second by default.
    /// </summary>
    public TimeSpan ReconnectDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Gets or sets the longest wait between attempts. 30 seconds by default.</summary>
    public TimeSpan MaxReconnectDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets how many events of one subscription wait for their reader. 1,000 by default.</summary>
    public int MaxWaitingEvents { get; set; } = 1000;

    /// <summary>
    /// Gets or sets what happens when more events wait. <see cref="GraphQLFullMode.Fail"/> by default, since it loses nothing silently.
    /// </summary>
    public GraphQLFullMode WhenFull { get; set; }

    /// <summary>Gets or sets what changes the handler that opens sockets: proxy, certificates. Null by default.</summary>
    public Action<SocketsHttpHandler>? ConfigureHandler { get; set; }
}
