namespace Lathe.WebSockets;

/// <summary>Why a socket ended.</summary>
/// <param name="code">The close code; null when the socket broke.</param>
/// <param name="text">The server's reason, or what broke.</param>
/// <param name="cause">What was thrown, or null.</param>
internal sealed class SocketFault(int? code, string text, Exception? cause = null) : Exception(text, cause)
{
    public int? Code => code;

    /// <summary>Gets whether the wait for an answer ended it.</summary>
    public string? TimedOutPhase { get; init; }

    public TimeSpan Timeout { get; init; }

    /// <summary>Gets whether a server that answers HTTP has refused to open a socket.</summary>
    public bool IsRefusal { get; init; }

    /// <summary>Gets whether an error said that the key is not valid any more.</summary>
    public bool RejectsKey { get; init; }

    /// <summary>Gets whether this client closed the socket to open another one.</summary>
    public bool IsPlanned { get; init; }
}
