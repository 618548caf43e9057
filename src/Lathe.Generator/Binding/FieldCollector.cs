using System.Collections.Immutable;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Binding;

/// <summary>Merges selection sets for one type as an executor does (specification, section 6.3.2).</summary>
internal sealed class FieldCollector(Schema schema, DocumentIndex documents, TypenameRule typenames)
{
    /// <summary>Collects the fields of selection sets.</summary>
    /// <param name="sets">The sets of one response object.</param>
    /// <param name="typeName">The object type at run time; or the abstract type, for what all its types have.</param>
    /// <param name="place">The type of the field that the object is the value of.</param>
    public CollectedFields Collect(IReadOnlyList<ScopedSet> sets, string typeName, string place)
    {
        var walk = new Walk(typeName, place);
        foreach (ScopedSet scoped in sets)
            Visit(scoped.Set, scoped.Type, scoped.Conditions, walk);
        return walk.Result;
    }

    private void Visit(SelectionSetSyntax set, NamedType type, ImmutableSortedSet<string> conditions, Walk walk)
    {
        if (typenames.MustAdd(set, type.Name))
            AddField("__typename", null, type, conditions, walk);
        VisitSelections(set, type, conditions, walk);
    }

    private void VisitSelections(SelectionSetSyntax set, NamedType type, ImmutableSortedSet<string> conditions, Walk walk)
    {
        foreach (SelectionSyntax selection in set.Selections)
        {
            ImmutableSortedSet<string> inner = conditions.And(selection.Directives);
            if (selection is FieldSyntax field)
                AddField(field.ResponseKey, field, type, inner, walk);
            else if (selection is InlineFragmentSyntax inline)
                VisitInline(inline, type, inner, walk);
            else if (selection is FragmentSpreadSyntax spread)
                VisitSpread(spread, inner, walk);
        }
    }

    private void AddField(string key, FieldSyntax? node, NamedType type, ImmutableSortedSet<string> conditions, Walk walk)
    {
        if (schema.FindField(type, node?.Name.Value ?? key) is { } definition)
            walk.Result.Add(key, new Occurrence(node, definition, type is ObjectType, conditions));
    }

    private void VisitInline(InlineFragmentSyntax inline, NamedType type, ImmutableSortedSet<string> conditions, Walk walk)
    {
        if (inline.TypeCondition is { } condition)
        {
            if (!Applies(condition.Name.Value, inline, walk) || schema.FindType(condition.Name.Value) is not { } narrower)
                return;
            type = narrower;
        }

        VisitSelections(inline.SelectionSet, type, conditions, walk);
    }

    private void VisitSpread(FragmentSpreadSyntax spread, ImmutableSortedSet<string> conditions, Walk walk)
    {
        if (documents.FindFragment(spread.Name.Value) is not { } fragment
            || !Applies(fragment.TypeCondition.Name.Value, fragment, walk)
            || schema.FindType(fragment.TypeCondition.Name.Value) is not { } type
            || !walk.Enter(spread.Name.Value, conditions))
            return;
        if (conditions.IsEmpty)
            walk.Result.Fragments.Add(fragment);
        Visit(fragment.SelectionSet, type, conditions, walk);
    }

    private bool Applies(string condition, SyntaxNode node, Walk walk)
    {
        if (!typenames.Covers(condition, walk.TypeName))
            return false;
        if (!typenames.Covers(condition, walk.Place))
            walk.Result.Narrowings.Add(node);
        return true;
    }

    private sealed class Walk(string typeName, string place)
    {
        private readonly HashSet<(string, string)> _entered = [];

        public string TypeName { get; } = typeName;

        public string Place { get; } = place;

        public CollectedFields Result { get; } = new();

        /// <summary>Tells whether a fragment is still to be visited under these conditions.</summary>
        public bool Enter(string fragment, ImmutableSortedSet<string> conditions) =>
            !_entered.Contains((fragment, "")) && _entered.Add((fragment, string.Join("&", conditions)));
    }
}
