using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation.Types;

namespace Lathe.Language.Validation.Walking;

/// <summary>The fields that a subscription selects at its root, by response key in their order.</summary>
internal sealed class RootFields(ObjectType root, ValidationContext context)
{
    private readonly Dictionary<string, List<SyntaxNode>> _byKey = new(StringComparer.Ordinal);
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);

    public List<List<SyntaxNode>> Groups { get; } = [];

    /// <summary>
    /// Gets the uses of <c>@skip</c> and <c>@include</c>, which a subscription's root may not have; what they stand on is left out.
    /// </summary>
    public List<SyntaxNode> Conditions { get; } = [];

    public void Collect(SelectionSetSyntax selectionSet)
    {
        // A stack of places in selection sets, not recursion: a chain of fragments may be as long as the document.
        var pending = new Stack<(SelectionSetSyntax Set, int Next)>();
        pending.Push((selectionSet, 0));
        while (pending.Count > 0)
        {
            var (set, next) = pending.Pop();
            if (next == set.Selections.Count)
                continue;
            pending.Push((set, next + 1));
            var selection = set.Selections[next];
            if (!IsExcluded(selection) && Enter(selection) is { } inner)
                pending.Push((inner, 0));
        }
    }

    private SelectionSetSyntax? Enter(SelectionSyntax selection)
    {
        switch (selection)
        {
            case FieldSyntax field:
                Add(field);
                return null;
            case InlineFragmentSyntax inline:
                return inline.TypeCondition is null || Applies(inline.TypeCondition) ? inline.SelectionSet : null;
            default:
                var name = ((FragmentSpreadSyntax)selection).Name.Value;
                var fragment = _visited.Add(name) ? context.Documents.FindFragment(name) : null;
                return fragment is not null && Applies(fragment.TypeCondition) ? fragment.SelectionSet : null;
        }
    }

    private void Add(FieldSyntax field)
    {
        if (!_byKey.TryGetValue(field.ResponseKey, out var group))
        {
            _byKey.Add(field.ResponseKey, group = []);
            Groups.Add(group);
        }

        group.Add(field);
    }

    private bool Applies(NamedTypeSyntax condition)
    {
        var name = condition.Name.Value;
        return name == root.Name || context.Schema.IsSubtype(name, root.Name);
    }

    private bool IsExcluded(SelectionSyntax selection)
    {
        var directives = selection.Directives;
        if (directives.Count == 0)
            return false;
        var condition = DirectiveLookup.FindDirective(directives, "skip") ?? DirectiveLookup.FindDirective(directives, "include");
        if (condition is not null)
            Conditions.Add(condition);
        return condition is not null;
    }
}
