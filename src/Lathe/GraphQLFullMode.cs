namespace Lathe;

/// <summary>What happens to a subscription whose reader is slower than its events.</summary>
public enum GraphQLFullMode
{
    /// <summary>The subscription ends with an exception, after the events that wait.</summary>
    Fail,

    /// <summary>The oldest event is dropped.</summary>
    DropOldest,

    /// <summary>The server waits. Each such subscription has a socket of its own, because an unread socket holds up everything on it.</summary>
    Wait,
}
