using Lathe.Generator.Diagnostics;
using Lathe.Language.Collections;
using Lathe.Language.Errors;

namespace Lathe.Generator.Pipeline;

/// <summary>What came of a unit. Kept by reference; the outputs below it compare what they take out of it.</summary>
internal sealed class UnitResult
{
    private UnitResult(CompilationUnit unit, IEnumerable<LanguageError> errors, bool isSound)
    {
        Unit = unit;
        IsSound = isSound;
        Errors = ErrorReport.Of(errors.Where(error => !Suppressions.Cover(error)));
    }

    public CompilationUnit Unit { get; }

    /// <summary>Gets a value indicating whether code can be made of the unit.</summary>
    public bool IsSound { get; }

    public EquatableList<ErrorReport> Errors { get; }

    public static UnitResult Failed(CompilationUnit unit, IEnumerable<LanguageError> errors) => new(unit, errors, isSound: false);

    public static UnitResult Succeeded(CompilationUnit unit, IEnumerable<LanguageError> advice) => new(unit, advice, isSound: true);
}
