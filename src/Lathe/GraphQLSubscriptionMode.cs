namespace Lathe;

/// <summary>How subscriptions reach the server.</summary>
public enum GraphQLSubscriptionMode
{
    /// <summary>Over a WebSocket; over HTTP once the server has refused to open one.</summary>
    Automatic,

    /// <summary>Over a WebSocket only.</summary>
    WebSocket,

    /// <summary>Over HTTP only: server-sent events.</summary>
    ServerSentEvents,
}
