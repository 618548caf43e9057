using Lathe.Language.Syntax;

namespace Lathe.Generator.Binding;

/// <summary>The named operations and fragments of a client's documents.</summary>
internal sealed class DocumentIndex
{
    private readonly Dictionary<string, FragmentDefinitionSyntax> _fragments = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, OperationDefinitionSyntax> _operations = new(StringComparer.Ordinal);

    public DocumentIndex(IEnumerable<DocumentSyntax> documents)
    {
        foreach (DefinitionSyntax definition in documents.SelectMany(static document => document.Definitions))
        {
            if (definition is FragmentDefinitionSyntax fragment && !_fragments.ContainsKey(fragment.Name.Value))
                _fragments.Add(fragment.Name.Value, fragment);
            else if (definition is OperationDefinitionSyntax { Name: { } name } operation && !_operations.ContainsKey(name.Value))
                _operations.Add(name.Value, operation);
        }
    }

    /// <summary>Gets the operations that have a name, in ordinal order.</summary>
    public IEnumerable<OperationDefinitionSyntax> Operations => _operations.Values;

    public IEnumerable<KeyValuePair<string, OperationType>> OperationNames =>
        _operations.Select(static one => new KeyValuePair<string, OperationType>(one.Key, one.Value.OperationType));

    public IEnumerable<string> FragmentNames => _fragments.Keys;

    public FragmentDefinitionSyntax? FindFragment(string name) => _fragments.TryGetValue(name, out var fragment) ? fragment : null;

    /// <summary>
    /// Gets the fragments that a selection set reaches, each after those that it spreads; null when they form a cycle
    /// or one of them does not exist.
    /// </summary>
    public IReadOnlyList<FragmentDefinitionSyntax>? Reach(SelectionSetSyntax set)
    {
        var reached = new List<FragmentDefinitionSyntax>();
        var finished = new Dictionary<string, bool>(StringComparer.Ordinal);

        // Chains of fragments may be longer than a thread's stack is deep.
        var open = new Stack<(FragmentDefinitionSyntax? Fragment, IEnumerator<string> Spreads)>();
        open.Push((null, Spreads(set).GetEnumerator()));
        while (open.Count > 0)
        {
            var (fragment, spreads) = open.Peek();
            if (!spreads.MoveNext())
            {
                open.Pop();
                if (fragment is not null)
                    Finish(fragment);
            }
            else if (!finished.TryGetValue(spreads.Current, out var done))
            {
                if (FindFragment(spreads.Current) is not { } next)
                    return null;
                finished[spreads.Current] = false;
                open.Push((next, Spreads(next.SelectionSet).GetEnumerator()));
            }
            else if (!done)
                return null;
        }

        return reached;

        void Finish(FragmentDefinitionSyntax fragment)
        {
            finished[fragment.Name.Value] = true;
            reached.Add(fragment);
        }
    }

    private static IEnumerable<string> Spreads(SelectionSetSyntax set) => set.Selections.SelectMany(static selection => selection switch
    {
        FieldSyntax { SelectionSet: { } inner } => Spreads(inner),
        InlineFragmentSyntax inline => Spreads(inline.SelectionSet),
        FragmentSpreadSyntax spread => [spread.Name.Value],
        _ => [],
    });
}
