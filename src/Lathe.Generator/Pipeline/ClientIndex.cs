using Lathe.Generator.Binding;
using Lathe.Generator.Configuration;
using Lathe.Language.Collections;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Pipeline;

/// <summary>All definitions of a client's documents by name.</summary>
internal sealed class ClientIndex
{
    private readonly Dictionary<string, ExecutableDefinition> _fragments;
    private readonly HashSet<DefinitionSyntax> _shadowed;
    private readonly HashSet<string> _lost;
    private FragmentState? _state;

    public ClientIndex(ClientPlan plan, Schema schema, IReadOnlyList<SourceFile> documents, CancellationToken cancellationToken)
    {
        (Plan, Schema, Documents) = (plan, schema, documents);
        (_fragments, _shadowed, _lost) = (new(StringComparer.Ordinal), [], new(StringComparer.Ordinal));
        var operations = new Dictionary<string, NamedOperation>(documents.Count, StringComparer.Ordinal);
        foreach (var file in documents)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var definitions = file.GetDefinitions(plan.Config, cancellationToken);
            HasTypes |= definitions.HasTypes;
            if (definitions.LostFragments.Length > 0)
                _lost.UnionWith(definitions.LostFragments);
            foreach (var definition in definitions.Executable)
                Add(definition, operations);
        }

        _lost.ExceptWith(_fragments.Keys);
        Unspread = new HashSet<string>(_fragments.Keys, StringComparer.Ordinal);
        foreach (var file in documents)
        {
            foreach (var definition in file.GetDefinitions(Plan.Config, cancellationToken).Executable)
                Unspread.ExceptWith(definition.Spreads);
        }

        NamesInput = new NamesInput(
            plan.FullName,
            plan.Config,
            plan.Overlap,
            schema,
            EquatableList.Create(operations.Values),
            EquatableList.Create(_fragments.Keys.OrderBy(name => name, StringComparer.Ordinal)));
    }

    private ClientIndex(ClientIndex other, IReadOnlyList<SourceFile> documents)
    {
        (Plan, Schema, Documents, NamesInput) = (other.Plan, other.Schema, documents, other.NamesInput);
        (_fragments, _shadowed, _lost, HasTypes) = (other._fragments, other._shadowed, other._lost, other.HasTypes);
        (_state, Unspread) = (other._state, other.Unspread);
    }

    public ClientPlan Plan { get; }

    public Schema Schema { get; }

    public IReadOnlyList<SourceFile> Documents { get; }

    public NamesInput NamesInput { get; }

    /// <summary>Gets a value indicating whether a document defines types among its operations and fragments.</summary>
    public bool HasTypes { get; }

    /// <summary>Gets a value indicating whether two definitions have the same name.</summary>
    public bool HasShadowedNames => _shadowed.Count > 0;

    /// <summary>Gets the fragments by name.</summary>
    public IReadOnlyDictionary<string, ExecutableDefinition> Fragments => _fragments;

    /// <summary>Gets the definitions whose name another one takes that comes before them.</summary>
    public IReadOnlyCollection<DefinitionSyntax> Shadowed => _shadowed;

    /// <summary>Gets the names of the fragments that no definition spreads.</summary>
    public HashSet<string> Unspread { get; }

    /// <summary>Gets the names of fragments that syntax errors may have kept from being known.</summary>
    public IReadOnlyCollection<string> LostFragments => _lost;

    /// <summary>Makes the index anew by looking only at the documents that were edited; null where more than their selections was.</summary>
    public ClientIndex? Update(ClientPlan plan, Schema schema, IReadOnlyList<SourceFile> documents, CancellationToken cancellationToken)
    {
        if (_shadowed.Count > 0 || !ReferenceEquals(Plan, plan) || !ReferenceEquals(Schema, schema))
            return null;
        for (var i = 0; i < documents.Count; i++)
        {
            if (!ReferenceEquals(Documents[i], documents[i])
                && !Documents[i]
                    .GetDefinitions(plan.Config, cancellationToken)
                    .HasSameOperations(documents[i].GetDefinitions(plan.Config, cancellationToken)))
                return null;
        }

        return new ClientIndex(this, documents);
    }

    /// <summary>Finds what is true of the graph of fragments as a whole.</summary>
    public FragmentState FindFragmentState(CancellationToken cancellationToken)
    {
        if (_state is { } known)
            return known;
        if (_fragments.Count == 0)
            return (_state = default(FragmentState)).Value;
        var isDone = new Dictionary<ExecutableDefinition, bool>();
        var hasCycle = false;
        foreach (var operation in Documents.SelectMany(
            file => file.GetDefinitions(Plan.Config, cancellationToken).Executable).Where(one => !one.IsFragment))
            PostOrder.Visit(operation, Spread, isDone, Leave, cancellationToken);
        var hasUnused = _fragments.Values.Any(fragment => !isDone.ContainsKey(fragment));
        foreach (var fragment in _fragments.Values)
            PostOrder.Visit(fragment, Spread, isDone, Leave, cancellationToken);
        return (_state = new FragmentState(hasUnused, hasCycle)).Value;

        void Leave(ExecutableDefinition definition) => hasCycle |= Spread(definition).Any(fragment => !isDone[fragment]);
    }

    private IEnumerable<ExecutableDefinition> Spread(ExecutableDefinition definition)
    {
        foreach (var name in definition.Spreads)
        {
            if (_fragments.TryGetValue(name, out var fragment))
                yield return fragment;
        }
    }

    private void Add(ExecutableDefinition definition, Dictionary<string, NamedOperation> operations)
    {
        if (definition.OperationType is not { } operationType)
        {
            if (_fragments.ContainsKey(definition.Name!))
                _shadowed.Add(definition.Syntax);
            else
                _fragments.Add(definition.Name!, definition);
        }
        else if (definition.Name is { } name)
        {
            if (operations.ContainsKey(name))
                _shadowed.Add(definition.Syntax);
            else
                operations.Add(name, new NamedOperation(name, operationType));
        }
    }
}

/// <summary>What is true of the graph of fragments as a whole.</summary>
/// <param name="HasUnused">Whether there is a fragment that no operation reaches.</param>
/// <param name="HasCycle">Whether fragments form a cycle.</param>
internal readonly record struct FragmentState(bool HasUnused, bool HasCycle);
