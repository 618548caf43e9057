namespace Lathe.Calls;

/// <summary>What a call is doing, so that a time-out can say where the time went.</summary>
internal enum CallPhase : byte
{
    /// <summary>Connecting, sending, and waiting for an answer to begin.</summary>
    Sending,

    /// <summary>Waiting for the token provider.</summary>
    AskingForKey,

    /// <summary>Waiting for the client's own rate limit.</summary>
    InQueue,

    /// <summary>Waiting for another attempt, or in it.</summary>
    Retrying,

    /// <summary>Reading the answer.</summary>
    Reading,
}
