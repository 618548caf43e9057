namespace Lathe.Tool.Output;

/// <summary>How grave a finding is.</summary>
internal enum FindingLevel
{
    /// <summary>For the reader's knowledge.</summary>
    Note,

    /// <summary>Worth a look; does not fail.</summary>
    Warning,

    /// <summary>Fails the command.</summary>
    Error,
}

/// <summary>A thing to report at a place, the same for all commands and formats.</summary>
/// <param name="Code">The id, such as <c>GQL1004</c> or <c>FIELD_REMOVED</c>.</param>
/// <param name="Rule">The rule's name in words.</param>
/// <param name="Level">How grave it is.</param>
/// <param name="Message">One line.</param>
/// <param name="Locations">The places, the primary one first; may be empty.</param>
internal sealed record Finding(
    string Code, string Rule, FindingLevel Level, string Message, IReadOnlyList<FindingLocation> Locations);
