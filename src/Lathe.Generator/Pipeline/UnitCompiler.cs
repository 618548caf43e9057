using Lathe.Generator.Binding;
using Lathe.Language.Advice;
using Lathe.Language.Collections;
using Lathe.Language.Errors;
using Lathe.Language.Paging;
using Lathe.Language.Rules;
using Lathe.Language.Syntax;
using Lathe.Language.Validation;

namespace Lathe.Generator.Pipeline;

/// <summary>Validates and binds units, each once. An error in one stops its own code and that of those that spread it.</summary>
internal static class UnitCompiler
{
    private static readonly ValidationOptions s_unitAdvice = ValidationOptions.Advice with { Scopes = [RuleScope.Unit] };

    /// <summary>Compiles a unit after those of the fragments that it spreads, or gives what last came of it where all is as it was.</summary>
    public static UnitResult Compile(CompilationUnit unit, UnitTable units, CancellationToken cancellationToken)
    {
        if (unit.Result is { } known)
            return known;
        PostOrder.Visit(
            unit,
            static one => one.Result is null ? one.Links.Spreads : [],
            [],
            one => one.Result ??= CompileAnew(one, units, cancellationToken),
            cancellationToken);
        return unit.Result!;
    }

    public static bool HasError(IEnumerable<LanguageError> errors) => errors.Any(static error => error.Descriptor.Severity == ErrorSeverity.Error);

    public static bool ReachesErrors(CompilationUnit unit) =>
        unit.Links.LeadToCycle || unit.Links.Spreads.Any(static spread => spread.Result is not { HasErrors: false });

    private static UnitResult CompileAnew(CompilationUnit unit, UnitTable units, CancellationToken cancellationToken)
    {
        try
        {
            var (errors, facts) = UnitCheck.Run(unit, units, cancellationToken);
            if (HasError(errors) || ReachesErrors(unit))
                return UnitResult.Of(unit, errors, facts);
            var pages = unit.Definition is OperationDefinitionSyntax operation
                ? PagerFinder.Find(unit.Schema, operation, units.FindFragment, cancellationToken)
                : PageSearch.None;
            IReadOnlyList<LanguageError> all = [.. errors, .. Advise(unit, units, cancellationToken), .. pages.Findings];
            var result = unit.Missing.IsNone && unit.Links.Spreads.All(static spread => spread.Result?.Bound is not null)
                ? Bind(unit, units, all, facts, pages.Field, cancellationToken)
                : UnitResult.Of(unit, all, facts);
            return result.With(UnmappedScalars.Of(unit.Schema, unit.Config.Scalars, unit.Definition, cancellationToken));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return UnitResult.Of(unit, [PipelineErrors.Internal(exception, unit.Definition)], null);
        }
    }

    private static UnitResult Bind(
        CompilationUnit unit,
        UnitTable units,
        IReadOnlyList<LanguageError> errors,
        Language.Validation.Fragments.DefinitionFacts facts, PageField? pages, CancellationToken cancellationToken)
    {
        var work = new BindingWork(cancellationToken);
        try
        {
            var binder = unit.Names.CreateBinder(units.Typenames, work);
            BoundFragment[] spreads = [.. unit.Links.Spreads.Select(static spread => spread.Result!.Bound!)];
            if (unit.Definition is OperationDefinitionSyntax operation)
            {
                FragmentDefinitionSyntax[] reached =
                    [.. unit.Reach(cancellationToken).Select(static one => one.Definition).Cast<FragmentDefinitionSyntax>()];
                return UnitResult.Of(unit, errors, facts, binder.BindOperation(operation, spreads, reached, pages)).With(null, work);
            }

            var bound = binder.BindFragment((FragmentDefinitionSyntax)unit.Definition, spreads);
            return UnitResult.Of(unit, errors, facts, bound is null ? null : binder.ModelOf(bound)).With(bound, work);
        }
        catch (TooComplexException tooComplex)
        {
            return UnitResult.Of(unit, [.. errors, PipelineErrors.TooComplexToBind(unit.Definition, tooComplex.Message)], facts).With(null, work);
        }
    }

    private static IEnumerable<LanguageError> Advise(CompilationUnit unit, UnitTable units, CancellationToken cancellationToken)
    {
        var limits = unit.Config.Limits;
        IEnumerable<LanguageError> advice =
            DocumentValidator.ValidateUnit(unit.Schema, unit.Definition, units.FindFragment, [], s_unitAdvice, cancellationToken).Errors;
        if (unit.Definition is OperationDefinitionSyntax operation)
            advice = advice.Concat(LimitAdvice.Check(operation, units.FindFragment, limits, cancellationToken));
        if (limits.RequireListLimit)
            advice = advice.Concat(ListLimitAdvice.Check(unit.Schema, unit.Definition, cancellationToken));
        return advice;
    }
}
