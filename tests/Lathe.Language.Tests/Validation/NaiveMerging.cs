using Lathe.Language.Fragments;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Language.Tests.Validation;

/// <summary>
/// Fields in a set can merge, word for word as the specification has it (section 5.3.2), with no thought of cost; and a streamed field merges with
/// none. For documents of known fields without cycles of fragments.
/// </summary>
internal sealed class NaiveMerging(Schema schema, DocumentIndex documents)
{
    private sealed record Selected(NamedType Parent, FieldSyntax Node, FieldDefinition Definition);

    public bool CanMerge() =>
        documents.Operations.All(operation => SetsCanMerge(operation.SelectionSet, schema.FindRootType(operation.OperationType)!))
        && documents.Fragments.All(fragment => SetsCanMerge(fragment.SelectionSet, schema.FindType(fragment.TypeCondition.Name.Value)!));

    private bool SetsCanMerge(SelectionSetSyntax set, NamedType parent)
    {
        var fields = Collect((set, parent));
        return CanMerge(fields) && fields.All(field => field.Node.SelectionSet is not { } below || SetsCanMerge(below, TypeOf(field)));
    }

    private bool CanMerge(List<Selected> fields) => Pairs(fields).All(pair =>
        HaveSameShape(pair.First, pair.Second)
        && (Excludes(pair.First.Parent, pair.Second.Parent)
            || (pair.First.Node.Name.Value == pair.Second.Node.Name.Value && SameArguments(pair.First.Node.Arguments, pair.Second.Node.Arguments)
                && CanMerge(Below(pair.First, pair.Second)))));

    private bool HaveSameShape(Selected first, Selected second) =>
        !IsStreamed(first) && !IsStreamed(second) && HaveSameShape(first.Definition.Type, second.Definition.Type)
        && Pairs(Below(first, second)).All(pair => HaveSameShape(pair.First, pair.Second));

    private bool HaveSameShape(TypeReference first, TypeReference second)
    {
        if (first.IsNonNull != second.IsNonNull || first.Nullable is ListTypeReference != second.Nullable is ListTypeReference)
            return false;
        if (first.Nullable is ListTypeReference list)
            return HaveSameShape(list.ItemType, ((ListTypeReference)second.Nullable).ItemType);
        var isLeaf = schema.FindType(first.NamedType)!.IsLeaf || schema.FindType(second.NamedType)!.IsLeaf;
        return !isLeaf || first.NamedType == second.NamedType;
    }

    private static bool Excludes(NamedType first, NamedType second) => first is ObjectType && second is ObjectType && first.Name != second.Name;

    private static bool IsStreamed(Selected field) => field.Node.Directives.Any(directive => directive.Name.Value == "stream");

    private NamedType TypeOf(Selected field) => schema.FindType(field.Definition.Type.NamedType)!;

    private List<Selected> Below(Selected first, Selected second) => first.Node.SelectionSet is { } one && second.Node.SelectionSet is { } other
        ? Collect((one, TypeOf(first)), (other, TypeOf(second)))
        : [];

    private static IEnumerable<(Selected First, Selected Second)> Pairs(List<Selected> fields) =>
        from first in Enumerable.Range(0, fields.Count)
        from second in Enumerable.Range(first + 1, fields.Count - first - 1)
        where fields[first].Node.ResponseKey == fields[second].Node.ResponseKey && fields[first].Node != fields[second].Node
        select (fields[first], fields[second]);

    private List<Selected> Collect(params (SelectionSetSyntax Set, NamedType Parent)[] sets)
    {
        var fields = new List<Selected>();
        foreach (var (set, parent) in sets)
            Collect(set, parent, fields);
        return fields;
    }

    private void Collect(SelectionSetSyntax set, NamedType parent, List<Selected> fields)
    {
        foreach (var selection in set.Selections)
        {
            if (selection is FieldSyntax field)
                fields.Add(new Selected(parent, field, schema.FindField(parent, field.Name.Value)!));
            else if (selection is InlineFragmentSyntax inline)
                Collect(inline.SelectionSet, inline.TypeCondition is { } type ? schema.FindType(type.Name.Value)! : parent, fields);
            else if (documents.FindFragment(((FragmentSpreadSyntax)selection).Name.Value) is { } fragment)
                Collect(fragment.SelectionSet, schema.FindType(fragment.TypeCondition.Name.Value)!, fields);
        }
    }

    private static bool SameArguments(IReadOnlyList<ArgumentSyntax> first, IReadOnlyList<ArgumentSyntax> second) => first.Count == second.Count
        && first.All(argument => second.Any(other => other.Name.Value == argument.Name.Value && Same(argument.Value, other.Value)));

    private static bool Same(ValueSyntax first, ValueSyntax second) => (first, second) switch
    {
        (ListValueSyntax one, ListValueSyntax other) =>
            one.Values.Count == other.Values.Count && one.Values.Zip(other.Values).All(pair => Same(pair.First, pair.Second)),
        (ObjectValueSyntax one, ObjectValueSyntax other) => one.Fields.Count == other.Fields.Count
            && one.Fields.All(field => other.Fields.Any(same => same.Name.Value == field.Name.Value && Same(field.Value, same.Value))),
        _ => first.Source.Text.Substring(first.Span.Start, first.Span.Length) == second.Source.Text.Substring(second.Span.Start, second.Span.Length),
    };
}
