using Lathe.Language.Syntax;
using Lathe.Language.Validation.Fragments;

namespace Lathe.Language.Changes.Impact;

/// <summary>Tells which operations reach a fragment, directly or through others.</summary>
internal sealed class FragmentOwners
{
    private readonly Dictionary<FragmentDefinitionSyntax, List<OperationDefinitionSyntax>> _operations = [];

    public FragmentOwners(DocumentIndex documents)
    {
        var spreads = new Dictionary<DefinitionSyntax, List<string>>();
        foreach (var operation in documents.Operations)
        {
            var seen = new HashSet<FragmentDefinitionSyntax>();
            var pending = new Stack<DefinitionSyntax>([operation]);
            while (pending.Count > 0)
            {
                foreach (var name in SpreadsOf(spreads, pending.Pop()))
                {
                    if (documents.FindFragment(name) is not { } fragment || !seen.Add(fragment))
                        continue;
                    pending.Push(fragment);
                    if (!_operations.TryGetValue(fragment, out var operations))
                        _operations.Add(fragment, operations = []);
                    operations.Add(operation);
                }
            }
        }
    }

    /// <summary>Finds the operations of a definition: itself, or those that reach the fragment.</summary>
    public IReadOnlyList<OperationDefinitionSyntax> Of(DefinitionSyntax owner)
    {
        if (owner is OperationDefinitionSyntax operation)
            return [operation];
        return owner is FragmentDefinitionSyntax fragment && _operations.TryGetValue(fragment, out var operations) ? operations : [];
    }

    private static List<string> SpreadsOf(Dictionary<DefinitionSyntax, List<string>> known, DefinitionSyntax definition)
    {
        if (known.TryGetValue(definition, out var names))
            return names;
        names = [];
        Collect((definition as OperationDefinitionSyntax)?.SelectionSet ?? ((FragmentDefinitionSyntax)definition).SelectionSet, names);
        known.Add(definition, names);
        return names;
    }

    // The parser bounds the nesting.
    private static void Collect(SelectionSetSyntax selections, List<string> names)
    {
        foreach (var selection in selections.Selections)
        {
            if (selection is FragmentSpreadSyntax spread)
                names.Add(spread.Name.Value);
            else if (((selection as FieldSyntax)?.SelectionSet ?? (selection as InlineFragmentSyntax)?.SelectionSet) is { } inner)
                Collect(inner, names);
        }
    }
}
