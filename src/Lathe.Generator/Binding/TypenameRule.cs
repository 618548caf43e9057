using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Binding;

/// <summary>Tells where <c>__typename</c> must be added: where the selections of an abstract type differ by the type at run time.</summary>
internal sealed class TypenameRule(Schema schema, DocumentIndex documents)
{
    private readonly Dictionary<(SelectionSetSyntax, string), bool> _known = [];

    /// <summary>Tells whether a field's or fragment definition's selection set lacks a <c>__typename</c> that reading needs.</summary>
    /// <param name="set">The selection set.</param>
    /// <param name="typeName">The type that the set selects from.</param>
    public bool MustAdd(SelectionSetSyntax set, string typeName)
    {
        if (_known.TryGetValue((set, typeName), out var known))
            return known;
        var result = schema.FindType(typeName) is { IsAbstract: true } && !SelectsTypename(set) && Narrows(set, typeName, false);
        return _known[(set, typeName)] = result;
    }

    /// <summary>Tells whether a type condition holds for every type that the narrower one can be at run time.</summary>
    public bool Covers(string condition, string typeName) =>
        string.Equals(condition, typeName, StringComparison.Ordinal) || schema.IsSubtype(condition, typeName);

    private static bool SelectsTypename(SelectionSetSyntax set) =>
        set.Selections.Any(static selection =>
            selection is FieldSyntax { Alias: null, Name.Value: "__typename" } && !Conditions.IsConditional(selection.Directives));

    private bool Narrows(SelectionSetSyntax set, string typeName, bool conditional) =>
        set.Selections.Any(selection => selection switch
        {
            InlineFragmentSyntax inline => Narrows(inline, typeName, conditional || Conditions.IsConditional(inline.Directives)),
            FragmentSpreadSyntax spread => Narrows(spread, typeName, conditional || Conditions.IsConditional(spread.Directives)),
            _ => false,
        });

    private bool Narrows(InlineFragmentSyntax inline, string typeName, bool conditional) =>
        (inline.TypeCondition is { } condition && !Covers(condition.Name.Value, typeName))
        || Narrows(inline.SelectionSet, typeName, conditional);

    // A fragment that always applies brings its own __typename.
    private bool Narrows(FragmentSpreadSyntax spread, string typeName, bool conditional) =>
        documents.FindFragment(spread.Name.Value) is { } fragment
        && (!Covers(fragment.TypeCondition.Name.Value, typeName)
            || (conditional && Narrows(fragment.SelectionSet, typeName, conditional)));
}
