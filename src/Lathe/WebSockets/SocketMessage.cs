using System.Buffers;

namespace Lathe.WebSockets;

internal enum SocketMessageType
{
    Invalid,
    Ack,
    Refusal,
    Next,
    Error,
    Complete,
    Ping,
    Pong,
}

/// <summary>A message in a rented array, which its last holder gives back.</summary>
internal readonly record struct SocketMessage(byte[] Array, SocketMessageType Type, long Id, int Start, int Length)
{
    public ReadOnlySpan<byte> Payload => Array.AsSpan(Start, Length);

    /// <summary>Whether events may have been lost before this one.</summary>
    public bool IsResumed { get; init; }

    public void Return(ArrayPool<byte> pool) => pool.Return(Array);
}
