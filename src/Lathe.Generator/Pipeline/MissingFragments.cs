using Lathe.Language.Collections;
using Lathe.Language.Validation;

namespace Lathe.Generator.Pipeline;

/// <summary>What is known of the fragments that a unit spreads and that are not there.</summary>
/// <param name="Lost">Those in files that do not parse, which may define them; in ordinal order.</param>
/// <param name="Proposed">The names of all fragments, where one may be misspelt; else none, so that the unit does not depend on them.</param>
internal sealed record MissingFragments(EquatableList<string> Lost, EquatableList<string> Proposed)
{
    public static MissingFragments None { get; } = new(EquatableList.Empty<string>(), EquatableList.Empty<string>());

    public bool IsNone => Lost.Count + Proposed.Count == 0;

    public ValidationOptions ToOptions() => ReferenceEquals(this, None)
        ? ValidationOptions.Project
        : ValidationOptions.Project with { LostFragments = Lost, OtherFragments = Proposed };
}
