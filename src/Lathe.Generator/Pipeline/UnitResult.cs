using System.Collections.Immutable;
using Lathe.Generator.Diagnostics;
using Lathe.Generator.Model;
using Lathe.Language.Collections;
using Lathe.Language.Errors;

namespace Lathe.Generator.Pipeline;

/// <summary>What came of a unit. Kept by reference; the outputs below it compare what they take out of it.</summary>
internal sealed class UnitResult
{
    private UnitResult(CompilationUnit? unit, EquatableList<ErrorReport> errors, ImmutableArray<IUnitModel> models) =>
        (Unit, Errors, Models, TypeNames) = (unit, errors, models, NamesIn(models));

    /// <summary>Gets the unit; null where it could not be made.</summary>
    public CompilationUnit? Unit { get; }

    /// <summary>Gets what is reported: suppressed advice is left out.</summary>
    public EquatableList<ErrorReport> Errors { get; }

    /// <summary>Gets the model of the operation or fragment; none where there are errors.</summary>
    public ImmutableArray<IUnitModel> Models { get; }

    /// <summary>Gets the inputs and enums that the code names.</summary>
    public string[] TypeNames { get; }

    /// <summary>Tells whether both name the same inputs and enums of the same client.</summary>
    public bool HasSameTypes(UnitResult other) =>
        Unit?.Names.Client == other.Unit?.Names.Client && TypeNames.SequenceEqual(other.TypeNames, StringComparer.Ordinal);

    public static UnitResult Of(CompilationUnit unit, IEnumerable<LanguageError> errors, IUnitModel? model = null) =>
        new(unit, Report(errors.Where(error => !Suppressions.Cover(error))), Outputs.Some(model));

    public static UnitResult Failed(ErrorReport fault) => new(null, EquatableList.Create([fault]), Outputs.Some(null));

    private static string[] NamesIn(ImmutableArray<IUnitModel> models) => models switch
    {
        [OperationModel operation] => [.. operation.TypeNames],
        [FragmentModel fragment] => [.. fragment.TypeNames],
        _ => [],
    };

    private static EquatableList<ErrorReport> Report(IEnumerable<LanguageError> errors)
    {
        var reports = ErrorReport.Of(errors);
        return reports.Count == 0 ? EquatableList.Empty<ErrorReport>() : reports;
    }
}
