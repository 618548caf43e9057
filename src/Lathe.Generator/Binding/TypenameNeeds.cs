using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Binding;

/// <summary>Tells where <c>__typename</c> must be added: where the selections of an abstract type differ by the type at run time.</summary>
internal sealed class TypenameNeeds(Schema schema, DocumentIndex documents)
{
    private readonly Dictionary<(SelectionSetSyntax, string), bool> _known = [];

    /// <summary>Tells whether a field's or fragment definition's selection set lacks a <c>__typename</c> that reading needs.</summary>
    /// <param name="set">The selection set.</param>
    /// <param name="typeName">The type that the set selects from.</param>
    public bool MustAdd(SelectionSetSyntax set, string typeName)
    {
        if (_known.TryGetValue((set, typeName), out var known))
            return known;
        var result = schema.FindType(typeName) is { IsAbstract: true } && !SelectsTypename(set) && Narrows(set, typeName);
        return _known[(set, typeName)] = result;
    }

    /// <summary>Tells whether a type condition holds for every type that the narrower one can be at run time.</summary>
    public bool Covers(string condition, string typeName) =>
        string.Equals(condition, typeName, StringComparison.Ordinal) || schema.IsSubtype(condition, typeName);

    private static bool SelectsTypename(SelectionSetSyntax set) =>
        set.Selections.Any(static selection =>
            selection is FieldSyntax { Alias: null, Name.Value: "__typename" } && !Conditions.IsConditional(selection.Directives));

    // Fragments under a condition are followed one after the other, each once: their chains may be long, and many ways lead to one.
    private bool Narrows(SelectionSetSyntax set, string typeName)
    {
        var conditional = new Queue<FragmentDefinitionSyntax>();
        var found = new HashSet<FragmentDefinitionSyntax>();
        if (Narrows(set, typeName, false, Found))
            return true;
        while (conditional.Count > 0)
        {
            if (Narrows(conditional.Dequeue().SelectionSet, typeName, true, Found))
                return true;
        }

        return false;

        void Found(FragmentDefinitionSyntax fragment)
        {
            if (found.Add(fragment))
                conditional.Enqueue(fragment);
        }
    }

    private bool Narrows(SelectionSetSyntax set, string typeName, bool isConditional, Action<FragmentDefinitionSyntax> found) =>
        set.Selections.Any(selection => selection switch
        {
            InlineFragmentSyntax { TypeCondition: { } condition } when !Covers(condition.Name.Value, typeName) => true,
            InlineFragmentSyntax inline =>
                Narrows(inline.SelectionSet, typeName, isConditional || Conditions.IsConditional(inline.Directives), found),
            FragmentSpreadSyntax spread => Narrows(spread, typeName, isConditional || Conditions.IsConditional(spread.Directives), found),
            _ => false,
        });

    // A fragment that always applies brings its own __typename.
    private bool Narrows(FragmentSpreadSyntax spread, string typeName, bool isConditional, Action<FragmentDefinitionSyntax> found)
    {
        if (documents.FindFragment(spread.Name.Value) is not { } fragment)
            return false;
        if (!Covers(fragment.TypeCondition.Name.Value, typeName))
            return true;
        if (isConditional)
            found(fragment);
        return false;
    }
}
