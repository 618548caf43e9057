namespace Lathe.Language.Changes;

/// <summary>What a change of a schema can do to operations that were written against the old one.</summary>
internal enum ChangeCriticality
{
    /// <summary>No operation that was valid is affected.</summary>
    Safe,

    /// <summary>Operations stay valid, but may get answers that they did not get before.</summary>
    Dangerous,

    /// <summary>Operations that were valid may be refused, or get answers that no longer fit their types.</summary>
    Breaking,
}
