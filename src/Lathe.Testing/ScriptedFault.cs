namespace Lathe.Testing;

/// <summary>What befalls one request.</summary>
/// <param name="Delay">How long it takes beside what is scripted.</param>
/// <param name="Exception">How it fails; null when it does not. A connection that breaks does so after the answer has begun.</param>
internal sealed record ScriptedFault(TimeSpan Delay, Exception? Exception)
{
    public static ScriptedFault None { get; } = new(TimeSpan.Zero, null);

    /// <summary>Gets whether a subscription gives its first event before it fails.</summary>
    public bool IsLate => Exception is GraphQLConnectionException;
}
