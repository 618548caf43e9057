using Lathe.Generator.Diagnostics;
using Lathe.Generator.Model;
using Lathe.Language.Advice;
using Lathe.Language.Errors;
using Lathe.Language.Rules;
using Lathe.Language.Syntax;
using Lathe.Language.Validation;

namespace Lathe.Generator.Pipeline;

/// <summary>Validates and binds one unit. An error in it stops its own code and no other's.</summary>
internal static class UnitCompiler
{
    private static readonly ValidationOptions UnitAdvice = ValidationOptions.Advice with { Scope = RuleScope.Unit };

    /// <summary>Compiles a unit, or gives what last came of it where all is as it was.</summary>
    public static UnitResult Compile(CompilationUnit unit, CancellationToken cancellationToken)
    {
        if (unit.Home.LastResult is { } last && unit.Equals(last.Unit))
            return last;
        return unit.Home.LastResult = CompileAnew(unit, cancellationToken);
    }

    private static UnitResult CompileAnew(CompilationUnit unit, CancellationToken cancellationToken)
    {
        try
        {
            var document = unit.ToDocument();
            var errors = DocumentValidator.Validate(unit.Schema, [document], unit.Missing.ToOptions(), cancellationToken);
            if (errors.Any(error => error.Descriptor.Severity == ErrorSeverity.Error))
                return UnitResult.Of(unit, errors);
            return UnitResult.Of(unit, [.. errors, .. Advise(unit, document, cancellationToken)], Bind(unit, document, cancellationToken));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return UnitResult.Of(unit, [PipelineErrors.Internal(exception, unit.Definition)]);
        }
    }

    private static IUnitModel? Bind(CompilationUnit unit, DocumentSyntax document, CancellationToken cancellationToken)
    {
        var binder = unit.Names.CreateBinder([document], cancellationToken);
        return unit.Definition is OperationDefinitionSyntax operation
            ? binder.BindOperation(operation)
            : binder.BindFragment((FragmentDefinitionSyntax)unit.Definition);
    }

    private static IEnumerable<LanguageError> Advise(CompilationUnit unit, DocumentSyntax document, CancellationToken cancellationToken)
    {
        var limits = unit.Config.Limits;
        IEnumerable<LanguageError> advice = DocumentValidator.Validate(unit.Schema, [document], UnitAdvice, cancellationToken);
        if (unit.Definition is OperationDefinitionSyntax operation)
            advice = advice.Concat(LimitAdvice.Check(operation, unit.FindFragment, limits, cancellationToken));
        if (limits.RequireListLimit)
            advice = advice.Concat(ListLimitAdvice.Check(unit.Schema, unit.Definition, cancellationToken));
        return advice.Concat(UnmappedScalarAdvice.Check(unit, cancellationToken));
    }
}
