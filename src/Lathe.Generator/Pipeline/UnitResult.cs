using Lathe.Generator.Diagnostics;
using Lathe.Generator.Model;
using Lathe.Language.Collections;
using Lathe.Language.Errors;

namespace Lathe.Generator.Pipeline;

/// <summary>What came of a unit. Kept by reference; the outputs below it compare what they take out of it.</summary>
internal sealed class UnitResult(CompilationUnit unit, IEnumerable<LanguageError> errors)
{
    public CompilationUnit Unit { get; } = unit;

    /// <summary>Gets what is reported: suppressed advice is left out.</summary>
    public EquatableList<ErrorReport> Errors { get; } = ErrorReport.Of(errors.Where(error => !Suppressions.Cover(error)));

    /// <summary>Gets the operation's model; null for a fragment or where there are errors.</summary>
    public OperationModel? Operation { get; init; }

    /// <summary>Gets the fragment's model; null for an operation or where there are errors.</summary>
    public FragmentModel? Fragment { get; init; }

    /// <summary>Gets a value indicating whether code is made of the unit.</summary>
    public bool IsSound => Operation is not null || Fragment is not null;

    /// <summary>Gets the inputs and enums that the code names.</summary>
    public IReadOnlyList<string> TypeNames => Operation?.TypeNames ?? Fragment?.TypeNames ?? default;
}
