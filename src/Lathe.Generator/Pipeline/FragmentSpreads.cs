using Lathe.Language.Syntax;

namespace Lathe.Generator.Pipeline;

internal static class FragmentSpreads
{
    /// <summary>Finds the names of the fragments that a selection set spreads, in ordinal order, each once.</summary>
    public static IReadOnlyList<string> In(SelectionSetSyntax selectionSet)
    {
        var names = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<SelectionSetSyntax>();
        pending.Push(selectionSet);
        while (pending.Count > 0)
        {
            foreach (var selection in pending.Pop().Selections)
            {
                if (selection is FragmentSpreadSyntax spread && seen.Add(spread.Name.Value))
                    names.Add(spread.Name.Value);
                else if (selection is FieldSyntax { SelectionSet: { } fields })
                    pending.Push(fields);
                else if (selection is InlineFragmentSyntax inline)
                    pending.Push(inline.SelectionSet);
            }
        }

        names.Sort(StringComparer.Ordinal);
        return names;
    }
}
