using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Validation.Types;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>A subscription neither defers nor streams unless the directive can be switched off.</summary>
/// <remarks>
/// Of the incremental delivery proposal, beyond the
/// <see href="https://spec.graphql.org/September2025/#sec-Validation.Directives">specification</see>.
/// </remarks>
internal sealed class DeferStreamDirectiveOnValidOperationsRule : IOperationRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL1032", "DeferStreamDirectiveOnValidOperations", "@defer or @stream in a subscription", ErrorSeverity.Error);

    // The spreads that lead from the operation to a selection, as a list that shares its tails.
    private sealed record Trail(FragmentSpreadSyntax Spread, Trail? Outer);

    // A long chain of fragments is shown by its inner end.
    private const int LongestTrail = 20;

    private readonly HashSet<string> _clean = new(StringComparer.Ordinal);

    public void EnterOperation(OperationDefinitionSyntax operation, ValidationContext context)
    {
        if (operation.OperationType != OperationType.Subscription)
            return;
        var visited = new HashSet<string>(StringComparer.Ordinal);
        // Depth first: a fragment is reached by the first of its spreads.
        var pending = new Stack<(SelectionSetSyntax Set, int Next, Trail? Trail)>();
        pending.Push((operation.SelectionSet, 0, null));
        var clean = true;
        while (pending.Count > 0)
        {
            var (set, next, trail) = pending.Pop();
            if (next == set.Selections.Count)
                continue;
            pending.Push((set, next + 1, trail));
            var selection = set.Selections[next];
            if (CanBeSkipped(selection, "skip", true, true) || CanBeSkipped(selection, "include", false, false))
                continue;
            clean &= CheckDirectives(selection, trail, context);
            Enter(selection, trail, visited, pending, context);
        }

        if (clean)
            _clean.UnionWith(visited);
    }

    private void Enter(
        SelectionSyntax selection,
        Trail? trail,
        HashSet<string> visited,
        Stack<(SelectionSetSyntax Set, int Next, Trail? Trail)> pending,
        ValidationContext context)
    {
        if (selection is FieldSyntax { SelectionSet: { } below })
            pending.Push((below, 0, trail));
        else if (selection is InlineFragmentSyntax inline)
            pending.Push((inline.SelectionSet, 0, trail));
        else if (selection is FragmentSpreadSyntax spread && !_clean.Contains(spread.Name.Value) && visited.Add(spread.Name.Value)
            && context.Documents.FindFragment(spread.Name.Value) is { } fragment)
            pending.Push((fragment.SelectionSet, 0, new Trail(spread, trail)));
    }

    private static bool CheckDirectives(SelectionSyntax selection, Trail? trail, ValidationContext context)
    {
        var clean = true;
        foreach (var directive in selection.Directives)
        {
            var name = directive.Name.Value;
            if (name is not ("defer" or "stream")
                || DirectiveLookup.FindArgument(directive, "if") is VariableSyntax or BooleanValueSyntax { Value: false })
                continue;
            clean = false;
            var nodes = new List<SyntaxNode> { directive };
            for (var step = trail; step is not null && nodes.Count <= LongestTrail; step = step.Outer)
                nodes.Add(step.Spread);
            var title = name == "defer" ? "Defer" : "Stream";
            context.Report(
                Descriptor,
                $"{title} directive not supported on subscription operations. Disable `@{name}` by setting the `if` argument to `false`.",
                nodes);
        }

        return clean;
    }

    private static bool CanBeSkipped(SelectionSyntax selection, string name, bool when, bool unless)
    {
        if (DirectiveLookup.FindDirective(selection.Directives, name) is not { } directive)
            return false;
        return DirectiveLookup.FindArgument(directive, "if") switch
        {
            null => unless,
            BooleanValueSyntax literal => literal.Value == when,
            _ => true,
        };
    }
}
