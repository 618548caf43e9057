using System.Collections.Immutable;
using Lathe.Generator.Binding;
using Lathe.Generator.Diagnostics;
using Lathe.Generator.Model;
using Lathe.Language.Advice;
using Lathe.Language.Collections;
using Lathe.Language.Errors;
using Lathe.Language.Validation.Fragments;

namespace Lathe.Generator.Pipeline;

/// <summary>What came of a unit. Kept by reference; the outputs below it compare what they take out of it.</summary>
internal sealed class UnitResult
{
    /// <summary>Gets the unit; null where it could not be made.</summary>
    public CompilationUnit? Unit { get; private init; }

    /// <summary>Gets what is reported of the unit's own definition, and of what it merges: suppressed advice is left out.</summary>
    public EquatableList<ErrorReport> Errors { get; private init; } = EquatableList.Empty<ErrorReport>();

    /// <summary>Gets a value indicating whether there is an error in it or in a fragment that it reaches.</summary>
    public bool HasErrors { get; private init; }

    /// <summary>Gets what validation noted of the definition; null where it could not be checked.</summary>
    public DefinitionFacts? Facts { get; private init; }

    /// <summary>Gets the fragment for those that spread it; null for an operation, and where there are errors.</summary>
    public BoundFragment? Bound { get; private set; }

    /// <summary>Gets the model of the operation or fragment; none where there are errors.</summary>
    public ImmutableArray<IUnitModel> Models { get; private init; } = ImmutableArray<IUnitModel>.Empty;

    /// <summary>Gets the inputs, enums and scalars that the code names.</summary>
    public string[] TypeNames { get; private init; } = [];

    /// <summary>Gets how many steps binding took, and how many shapes it made; zero where nothing was bound.</summary>
    public (int Steps, int Shapes) Work { get; private set; }

    /// <summary>Tells whether both name the same inputs, enums and scalars of the same client.</summary>
    public bool HasSameTypes(UnitResult other) =>
        Unit?.Names.Client == other.Unit?.Names.Client && TypeNames.SequenceEqual(other.TypeNames, StringComparer.Ordinal);

    /// <summary>Gets the scalars that no type was given for, each where the definition first has it. They are told of for the whole client.</summary>
    public IReadOnlyList<UnmappedScalar> UnmappedScalars { get; private set; } = [];

    /// <summary>Makes the result of a unit.</summary>
    /// <param name="unit">The unit, whose fragments have results.</param>
    /// <param name="errors">What is wrong with it.</param>
    /// <param name="facts">What validation noted.</param>
    /// <param name="model">What code is made of, or null.</param>
    public static UnitResult Of(CompilationUnit unit, IReadOnlyList<LanguageError> errors, DefinitionFacts? facts, IUnitModel? model = null) => new()
    {
        Unit = unit,
        Errors = Report(errors),
        HasErrors = UnitCompiler.HasError(errors) || UnitCompiler.ReachesErrors(unit),
        Facts = facts,
        Models = Outputs.Some(model),
        TypeNames = NamesIn(model),
    };

    /// <summary>Adds what binding made. The work itself, which knows the token of this run, ends with it.</summary>
    public UnitResult With(BoundFragment? bound, BindingWork work)
    {
        (Bound, Work) = (bound, (work.Steps, work.Shapes));
        return this;
    }

    /// <summary>Adds the scalars that no type was given for.</summary>
    public UnitResult With(IReadOnlyList<UnmappedScalar> scalars)
    {
        UnmappedScalars = scalars;
        return this;
    }

    public static UnitResult Failed(ErrorReport fault) => new() { Errors = EquatableList.Create([fault]), HasErrors = true };

    private static string[] NamesIn(IUnitModel? model) => model switch
    {
        OperationModel operation => [.. operation.TypeNames],
        FragmentModel fragment => [.. fragment.TypeNames],
        _ => [],
    };

    private static EquatableList<ErrorReport> Report(IReadOnlyList<LanguageError> errors) => errors.Count == 0
        ? EquatableList.Empty<ErrorReport>()
        : ErrorReport.Of(errors.Where(error => !Suppressions.Cover(error)));
}
