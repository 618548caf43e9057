using System.Collections.Immutable;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Binding;

/// <summary>Merges selection sets for one type as an executor does (specification, section 6.3.2).</summary>
internal sealed class FieldCollector(Schema schema, DocumentIndex documents, TypenameNeeds typenames, CancellationToken cancellationToken)
{
    /// <summary>Collects the fields of selection sets.</summary>
    /// <param name="sets">The sets of one response object.</param>
    /// <param name="typeName">The object type at run time; or the abstract type, for what all its types have.</param>
    /// <param name="place">The type of the field that the object is the value of.</param>
    public CollectedFields Collect(IReadOnlyList<ScopedSet> sets, string typeName, string place)
    {
        var walk = new Walk(typeName, place);
        foreach (ScopedSet scoped in sets)
        {
            Open(scoped.Set, scoped.Type, scoped.Conditions, walk);
            Visit(walk);
        }

        return walk.Result;
    }

    // Chains of fragments may be longer than a thread's stack is deep.
    private void Visit(Walk walk)
    {
        while (walk.Open.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (IEnumerator<SelectionSyntax> selections, NamedType type, ImmutableSortedSet<string> conditions) = walk.Open.Peek();
            if (!selections.MoveNext())
                walk.Open.Pop();
            else
                Visit(selections.Current, type, conditions.And(selections.Current.Directives), walk);
        }
    }

    private void Visit(SelectionSyntax selection, NamedType type, ImmutableSortedSet<string> conditions, Walk walk)
    {
        if (selection is FieldSyntax field)
            AddField(field.ResponseKey, field, type, conditions, walk);
        else if (selection is InlineFragmentSyntax inline)
            VisitInline(inline, type, conditions, walk);
        else if (selection is FragmentSpreadSyntax spread)
            VisitSpread(spread, conditions, walk);
    }

    private void Open(SelectionSetSyntax set, NamedType type, ImmutableSortedSet<string> conditions, Walk walk)
    {
        if (typenames.MustAdd(set, type.Name))
            AddField("__typename", null, type, conditions, walk);
        walk.Open.Push((set.Selections.GetEnumerator(), type, conditions));
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

        walk.Open.Push((inline.SelectionSet.Selections.GetEnumerator(), type, conditions));
    }

    private void VisitSpread(FragmentSpreadSyntax spread, ImmutableSortedSet<string> conditions, Walk walk)
    {
        if (documents.FindFragment(spread.Name.Value) is not { } fragment
            || !Applies(fragment.TypeCondition.Name.Value, fragment, walk)
            || schema.FindType(fragment.TypeCondition.Name.Value) is not { } type
            || walk.Visits.Enter(spread.Name.Value, conditions) is not { } entered)
            return;
        if (conditions.IsEmpty)
            walk.Result.Fragments.Add(fragment);
        Open(fragment.SelectionSet, type, entered, walk);
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
        public string TypeName { get; } = typeName;

        public string Place { get; } = place;

        public CollectedFields Result { get; } = new();

        public FragmentVisits Visits { get; } = new();

        /// <summary>Gets the selection sets that are being visited, the innermost last.</summary>
        public Stack<(IEnumerator<SelectionSyntax> Selections, NamedType Type, ImmutableSortedSet<string> Conditions)> Open { get; } = new();
    }
}
