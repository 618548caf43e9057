using Lathe.Language.Syntax;

namespace Lathe.Language.Fragments;

/// <summary>Finds the fragments that selection sets spread themselves.</summary>
internal static class FragmentSpreads
{
    /// <summary>Finds the spreads in a selection set.</summary>
    /// <param name="selectionSet">The selection set.</param>
    /// <returns>
    /// The spreads of a level before those below it, the last branch first: which spread closes a cycle depends on the order, and this is that of
    /// the reference implementation.
    /// </returns>
    public static IReadOnlyList<FragmentSpreadSyntax> In(SelectionSetSyntax selectionSet)
    {
        List<FragmentSpreadSyntax>? spreads = null;
        var pending = new Stack<SelectionSetSyntax>();
        pending.Push(selectionSet);
        while (pending.Count > 0)
        {
            foreach (var selection in pending.Pop().Selections)
            {
                if (selection is FragmentSpreadSyntax spread)
                    (spreads ??= []).Add(spread);
                else if (selection is FieldSyntax { SelectionSet: { } below })
                    pending.Push(below);
                else if (selection is InlineFragmentSyntax inline)
                    pending.Push(inline.SelectionSet);
            }
        }

        return spreads is null ? [] : spreads;
    }

    /// <summary>Finds the names of the fragments that a selection set spreads, in ordinal order, each once.</summary>
    /// <param name="selectionSet">The selection set.</param>
    public static IReadOnlyList<string> NamesIn(SelectionSetSyntax selectionSet)
    {
        var spreads = In(selectionSet);
        if (spreads.Count == 0)
            return [];
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var spread in spreads)
            names.Add(spread.Name.Value);
        return [.. names];
    }
}
