using Lathe.Language.Syntax;
using Lathe.Language.Fragments;

namespace Lathe.Language.Changes.Impact;

/// <summary>Tells which operations reach a fragment, directly or through others.</summary>
internal sealed class FragmentOwners
{
    private readonly Dictionary<FragmentDefinitionSyntax, List<OperationDefinitionSyntax>> _operations = [];

    public FragmentOwners(DocumentIndex documents)
    {
        foreach (var operation in documents.Operations)
        {
            foreach (var fragment in documents.Graph.Reach(operation.SelectionSet))
            {
                if (!_operations.TryGetValue(fragment, out var operations))
                    _operations.Add(fragment, operations = []);
                operations.Add(operation);
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
}
