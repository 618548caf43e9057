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
        return Visit(set, reached, new Dictionary<string, bool>(StringComparer.Ordinal)) ? reached : null;
    }

    private bool Visit(SelectionSetSyntax set, List<FragmentDefinitionSyntax> reached, Dictionary<string, bool> finished) =>
        set.Selections.All(selection => selection switch
        {
            FieldSyntax { SelectionSet: { } inner } => Visit(inner, reached, finished),
            InlineFragmentSyntax inline => Visit(inline.SelectionSet, reached, finished),
            FragmentSpreadSyntax spread => VisitSpread(spread.Name.Value, reached, finished),
            _ => true,
        });

    private bool VisitSpread(string name, List<FragmentDefinitionSyntax> reached, Dictionary<string, bool> finished)
    {
        if (finished.TryGetValue(name, out var done))
            return done;
        if (FindFragment(name) is not { } fragment)
            return false;
        finished[name] = false;
        if (!Visit(fragment.SelectionSet, reached, finished))
            return false;
        finished[name] = true;
        reached.Add(fragment);
        return true;
    }
}
