using System.Collections.Concurrent;
using Lathe.Language.Collections;
using Lathe.Language.Fragments;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Language.Projects;

/// <summary>
/// Tells where <c>__typename</c> must be added: where the selections of an abstract type differ by the type at run time. Safe for use by several
/// threads.
/// </summary>
internal sealed class TypenameNeeds(Schema schema, Func<string, FragmentDefinitionSyntax?> findFragment)
{
    private readonly ConcurrentDictionary<(SelectionSetSyntax, string), bool> _known = new();
    private readonly ConcurrentDictionary<(FragmentDefinitionSyntax, string), bool> _narrows = new();

    /// <summary>Tells whether a field's or fragment definition's selection set lacks a <c>__typename</c> that reading needs.</summary>
    /// <param name="set">The selection set.</param>
    /// <param name="typeName">The type that the set selects from.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public bool MustAdd(SelectionSetSyntax set, string typeName, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue((set, typeName), out var known))
            return known;
        var result = schema.FindType(typeName) is { IsAbstract: true } && !SelectsTypename(set) && Narrows(set, typeName, false, cancellationToken);
        return _known[(set, typeName)] = result;
    }

    /// <summary>Tells whether a directive goes to the server: not one that the client defines for itself.</summary>
    public bool IsSent(DirectiveSyntax directive) => !schema.IsDirectiveOfClient(directive.Name.Value);

    /// <summary>Tells whether a type condition holds for every type that the narrower one can be at run time.</summary>
    public bool Covers(string condition, string typeName) =>
        string.Equals(condition, typeName, StringComparison.Ordinal) || schema.IsSubtype(condition, typeName);

    private static bool SelectsTypename(SelectionSetSyntax set) =>
        set.Selections.Any(static selection =>
            selection is FieldSyntax { Alias: null, Name.Value: "__typename" } && !SelectionConditions.IsConditional(selection.Directives));

    private bool Narrows(SelectionSetSyntax set, string typeName, bool isConditional, CancellationToken cancellationToken) =>
        set.Selections.Any(selection => selection switch
        {
            InlineFragmentSyntax { TypeCondition: { } condition } when !Covers(condition.Name.Value, typeName) => true,
            InlineFragmentSyntax inline =>
                Narrows(inline.SelectionSet, typeName, isConditional || SelectionConditions.IsConditional(inline.Directives), cancellationToken),
            FragmentSpreadSyntax spread =>
                Narrows(spread, typeName, isConditional || SelectionConditions.IsConditional(spread.Directives), cancellationToken),
            _ => false,
        });

    // A fragment that always applies brings its own __typename.
    private bool Narrows(FragmentSpreadSyntax spread, string typeName, bool isConditional, CancellationToken cancellationToken) =>
        findFragment(spread.Name.Value) is { } fragment
        && (!Covers(fragment.TypeCondition.Name.Value, typeName) || (isConditional && NarrowsAnywhere(fragment, typeName, cancellationToken)));

    // Fragments under a condition are followed, each after those that it spreads: their chains may be long, and many ways lead to one.
    private bool NarrowsAnywhere(FragmentDefinitionSyntax fragment, string typeName, CancellationToken cancellationToken)
    {
        PostOrder.Visit(
            fragment,
            one => _narrows.ContainsKey((one, typeName)) ? [] : Spread(one.SelectionSet),
            [],
            one => _narrows.GetOrAdd((one, typeName), key => Narrows(key.Item1.SelectionSet, typeName, true, cancellationToken)),
            cancellationToken);
        return _narrows[(fragment, typeName)];
    }

    private IEnumerable<FragmentDefinitionSyntax> Spread(SelectionSetSyntax set)
    {
        foreach (var spread in FragmentSpreads.In(set))
        {
            if (findFragment(spread.Name.Value) is { } fragment)
                yield return fragment;
        }
    }
}
