using Lathe.Language.Errors;
using Lathe.Language.Projects;
using Lathe.Language.Syntax;
using Lathe.Language.Validation;
using Lathe.Language.Validation.Fragments;

namespace Lathe.Generator.Pipeline;

/// <summary>
/// Validates the definition of a unit. What must be seen with all that is reached is checked from the operations, and from fragments that nothing
/// spreads.
/// </summary>
internal static class UnitCheck
{
    public static (IReadOnlyList<LanguageError> Errors, DefinitionFacts Facts) Run(
        CompilationUnit unit, UnitTable units, CancellationToken cancellationToken)
    {
        var options = unit.Missing.ToOptions() with { Scopes = ProjectCheck.OfDefinition };
        IEnumerable<DefinitionFacts> facts = [];
        if (unit.IsRoot && !unit.Links.LeadToCycle)
        {
            var reached = unit.Reach(cancellationToken);
            facts = reached.Select(static one => one.Result?.Facts).OfType<DefinitionFacts>();
            options = options with { Scopes = ProjectCheck.OfRoot, LostFragments = LostTo(unit, reached) };
        }

        var (errors, own) = DocumentValidator.ValidateUnit(unit.Schema, unit.Definition, units.FindFragment, facts, options, cancellationToken);
        return unit.Links.LeadToCycle && unit.Definition is OperationDefinitionSyntax
            ? (CheckWithCycle(unit, units, options, cancellationToken), own)
            : (errors, own);
    }

    // Fragments in a cycle have no order in which to check them.
    private static IReadOnlyList<LanguageError> CheckWithCycle(
        CompilationUnit unit, UnitTable units, ValidationOptions options, CancellationToken cancellationToken)
    {
        var document = DocumentSyntax.Create([unit.Definition, .. unit.Links.Cycle.Select(static one => one.Syntax)]);
        return DocumentValidator.Validate(
            unit.Schema, [document], options with { Scopes = ProjectCheck.OfRoot, LostFragments = units.LostFragments }, cancellationToken);
    }

    private static IReadOnlyCollection<string> LostTo(CompilationUnit unit, IReadOnlyList<CompilationUnit> reached)
    {
        HashSet<string>? lost = null;
        foreach (var one in reached)
        {
            if (one.Missing.Lost.Count > 0)
                (lost ??= new HashSet<string>(unit.Missing.Lost, StringComparer.Ordinal)).UnionWith(one.Missing.Lost);
        }

        return lost is null ? unit.Missing.Lost : lost;
    }
}
