using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem.Values;
using Lathe.Language.Validation.Overlap;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>Fields of one response key ask for the same, or can never meet.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Field-Selection-Merging">Specification</see>.</remarks>
internal sealed class OverlappingFieldsCanBeMergedRule : IDocumentsRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL1026", "OverlappingFieldsCanBeMerged", "Fields of one name conflict", ErrorSeverity.Error);

    // A bound, since n fields of one key could give n * n conflicts.
    private const int MostConflicts = 200;
    private const int MostShownArguments = 8;
    private const int LongestShown = 256;

    private int _conflicts;

    /// <summary>Gets how many fields and pairs of fields were looked at.</summary>
    public long Steps { get; private set; }

    public void LeaveDocuments(ValidationContext context)
    {
        var scopes = new FieldScopes(context);
        var all = new List<FieldScope>();
        foreach (var (set, parentType) in context.Facts.SelectMany(facts => facts.Levels))
            all.Add(scopes.Get(set, parentType));

        // The merger treats all spreads of a fragment with variables alike.
        var mayConflict = context.Facts.Exists(static facts => facts.Definition is FragmentDefinitionSyntax { VariableDefinitions.Count: > 0 });
        if (!mayConflict)
        {
            var merger = new ScopeMerger(context, scopes);
            mayConflict = merger.MayConflict(all);
            Steps = merger.Steps;
        }

        if (mayConflict)
            Search(all, scopes, context);
    }

    private void Search(List<FieldScope> all, FieldScopes scopes, ValidationContext context)
    {
        var variables = new VariableScopes(context);
        var search = new ConflictSearch(context, scopes, variables, context.WorkBudget + (20L * all.Sum(scope => (long)scope.Fields.Count)));
        var definitions = context.Facts.SelectMany(facts => Enumerable.Repeat(facts.Definition, facts.Levels.Count));
        foreach (var (scope, definition) in all.Zip(definitions, static (scope, definition) => (scope, definition)))
        {
            foreach (var conflict in search.FindWithin(scope, variables.OfDefinition(definition)))
                Report(conflict, context);
            if (search.IsExhausted && _conflicts == 0)
                context.Report(Descriptor, TooComplex, scope.SelectionSet);
            if (search.IsExhausted || _conflicts >= MostConflicts)
                break;
        }

        foreach (var (first, second) in search.Spreads.Take(MostConflicts))
            Report(first, second, context);
        Steps += search.Steps;
    }

    private static void Report(FragmentSpreadSyntax first, FragmentSpreadSyntax second, ValidationContext context)
    {
        var name = ShownName.Of(first.Name.Value);
        var message = $"Spreads \"{name}\" conflict because {Shown(first)} and {Shown(second)} have different fragment arguments.";
        context.Report(Descriptor, message, [first, second]);
    }

    private static string Shown(FragmentSpreadSyntax spread)
    {
        var (name, arguments) = (ShownName.Of(spread.Name.Value), spread.Arguments);
        if (arguments.Count == 0)
            return name;
        var shown = string.Join(", ", arguments.Take(MostShownArguments).Select(Shown));
        return arguments.Count > MostShownArguments || shown.Length > LongestShown ? $"{name}(...)" : $"{name}({shown})";
    }

    private static string Shown(ArgumentSyntax argument) => $"{argument.Name.Value}: {ValueText.Of(argument.Value)}";

    private const string TooComplex =
        "Whether fields conflict cannot be told within the work allowed: too many fragments of fields with one name meet here. "
        + "Use different aliases, or split the operation.";

    private void Report(Conflict conflict, ValidationContext context)
    {
        if (_conflicts++ >= MostConflicts)
            return;
        var message =
            $"Fields \"{conflict.Key}\" conflict because {conflict.Reason}. "
            + "Use different aliases on the fields to fetch both if this was intentional.";
        context.Report(Descriptor, message, [.. conflict.First, .. conflict.Second]);
    }
}
