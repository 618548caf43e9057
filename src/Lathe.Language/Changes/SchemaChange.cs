using Lathe.Language.Errors;

namespace Lathe.Language.Changes;

/// <summary>A difference between two versions of a schema.</summary>
/// <param name="Code">The kind, such as <c>FIELD_REMOVED</c>; the reference implementation's where it has one.</param>
/// <param name="Criticality">What it can do to operations.</param>
/// <param name="Coordinate">The part that changed.</param>
/// <param name="Message">What changed; one line.</param>
internal sealed record SchemaChange(string Code, ChangeCriticality Criticality, SchemaCoordinate Coordinate, string Message)
{
    /// <summary>Gets the other part that the change is about, such as the member of a union or an interface; or null.</summary>
    public string? Subject { get; init; }

    /// <summary>Gets a likely explanation, such as a new name; or null.</summary>
    public string? Advice { get; init; }

    /// <summary>Gets the place in the old schema, or null where there is none.</summary>
    public SourceLocation? OldLocation { get; init; }

    /// <summary>Gets the place in the new schema, or null where there is none.</summary>
    public SourceLocation? NewLocation { get; init; }
}
