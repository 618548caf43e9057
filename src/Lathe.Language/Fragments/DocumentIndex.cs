using Lathe.Language.Syntax;

namespace Lathe.Language.Fragments;

/// <summary>The definitions of several documents that belong together, found by kind and name.</summary>
internal sealed class DocumentIndex
{
    private readonly Dictionary<string, FragmentDefinitionSyntax> _fragmentsByName = new(StringComparer.Ordinal);
    private readonly Dictionary<FragmentDefinitionSyntax, Dictionary<string, VariableDefinitionSyntax>> _fragmentVariables = [];
    private readonly List<OperationDefinitionSyntax> _operations = [];
    private readonly List<FragmentDefinitionSyntax> _fragments = [];

    /// <summary>Indexes documents.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="cancellationToken">Stops work on the graph of fragments.</param>
    public DocumentIndex(IReadOnlyList<DocumentSyntax> documents, CancellationToken cancellationToken = default)
    {
        Documents = documents;
        Graph = new FragmentGraph(FindFragment, cancellationToken);
        foreach (var document in documents)
        {
            foreach (var definition in document.Definitions)
                Add(definition);
        }
    }

    /// <summary>Gets the documents.</summary>
    public IReadOnlyList<DocumentSyntax> Documents { get; }

    /// <summary>Gets all operations in the order of the documents.</summary>
    public IReadOnlyList<OperationDefinitionSyntax> Operations => _operations;

    /// <summary>Gets all fragment definitions in the order of the documents, those of the same name too.</summary>
    public IReadOnlyList<FragmentDefinitionSyntax> Fragments => _fragments;

    /// <summary>Gets what finds fragments that stand in none of the documents; null where there are no such.</summary>
    public Func<string, FragmentDefinitionSyntax?>? FindOther { get; init; }

    /// <summary>Gets which fragments lead to which.</summary>
    public FragmentGraph Graph { get; }

    /// <summary>Finds the names of the fragments that the operations reach.</summary>
    public HashSet<string> FindUsedFragments() =>
        new(Graph.Reach(_operations.Select(operation => operation.SelectionSet)).Select(fragment => fragment.Name.Value), StringComparer.Ordinal);

    /// <summary>Finds a fragment; the last of a name where faulty documents have two.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The fragment, or null.</returns>
    public FragmentDefinitionSyntax? FindFragment(string name) =>
        _fragmentsByName.TryGetValue(name, out var fragment) ? fragment : FindOther?.Invoke(name);

    /// <summary>Finds a variable that a fragment has of its own; the last of a name where a faulty fragment has two.</summary>
    /// <param name="fragment">The fragment.</param>
    /// <param name="name">The name without <c>$</c>.</param>
    /// <returns>The variable, or null.</returns>
    public VariableDefinitionSyntax? FindVariable(FragmentDefinitionSyntax fragment, string name)
    {
        if (fragment.VariableDefinitions.Count == 0)
            return null;
        if (!_fragmentVariables.TryGetValue(fragment, out var variables))
        {
            _fragmentVariables.Add(fragment, variables = new(StringComparer.Ordinal));
            foreach (var variable in fragment.VariableDefinitions)
                variables[variable.Variable.Name.Value] = variable;
        }

        return variables.TryGetValue(name, out var found) ? found : null;
    }

    private void Add(DefinitionSyntax definition)
    {
        if (definition is OperationDefinitionSyntax operation)
        {
            _operations.Add(operation);
        }
        else if (definition is FragmentDefinitionSyntax fragment)
        {
            _fragments.Add(fragment);
            _fragmentsByName[fragment.Name.Value] = fragment;
        }
    }
}
