using Lathe.Language.Errors;

namespace Lathe.Language.Changes.Impact;

/// <summary>A place in the project's documents that a change touches.</summary>
/// <param name="Operation">The operation, or null for an anonymous one and for a fragment that no operation uses.</param>
/// <param name="Fragment">The fragment that holds the place, or null when the operation itself does.</param>
/// <param name="What">What stands there: <c>field</c>, <c>argument</c>, <c>input field</c>, <c>literal</c>, <c>variable</c>, <c>type
/// condition</c>, <c>directive</c> or <c>operation</c>.</param>
/// <param name="Location">The place.</param>
internal sealed record AffectedUse(string? Operation, string? Fragment, string What, SourceLocation Location)
{
    /// <summary>Gets a value indicating whether the place is touched for certain; what a variable will hold is not known.</summary>
    public bool IsCertain { get; init; } = true;

    /// <summary>Gets how a variable reaches what changed, such as <c>$where.machine.ref</c>; null for other places.</summary>
    public string? Via { get; init; }
}

/// <summary>A change with the places that it touches.</summary>
/// <param name="Change">The change.</param>
/// <param name="Affected">The places, in the order of the documents; empty where the project does not use what changed.</param>
internal sealed record ChangeImpact(SchemaChange Change, IReadOnlyList<AffectedUse> Affected);
