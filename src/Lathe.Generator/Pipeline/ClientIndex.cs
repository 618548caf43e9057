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
    private bool? _hasUnusedFragments;

    public ClientIndex(ClientPlan plan, Schema schema, IReadOnlyList<SourceFile> documents, CancellationToken cancellationToken)
    {
        (Plan, Schema, Documents) = (plan, schema, documents);
        (_fragments, _shadowed, _lost) = (new(StringComparer.Ordinal), [], new(StringComparer.Ordinal));
        var operations = new Dictionary<string, NamedOperation>(documents.Count, StringComparer.Ordinal);
        foreach (var file in documents)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var definitions = file.GetDefinitions(cancellationToken);
            HasTypes |= definitions.HasTypes;
            if (definitions.LostFragments.Length > 0)
                _lost.UnionWith(definitions.LostFragments);
            foreach (var definition in definitions.Executable)
                Add(definition, operations);
        }

        _lost.ExceptWith(_fragments.Keys);
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
        _hasUnusedFragments = other._hasUnusedFragments;
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
                && !Documents[i].GetDefinitions(cancellationToken).HasSameOperations(documents[i].GetDefinitions(cancellationToken)))
                return null;
        }

        return new ClientIndex(this, documents);
    }

    /// <summary>Tells whether there is a fragment that no operation reaches.</summary>
    public bool HasUnusedFragments(CancellationToken cancellationToken) => _hasUnusedFragments ??= FindUnusedFragments(cancellationToken);

    private bool FindUnusedFragments(CancellationToken cancellationToken)
    {
        if (_fragments.Count == 0)
            return false;
        var used = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<ExecutableDefinition>(
            Documents.SelectMany(file => file.GetDefinitions(cancellationToken).Executable).Where(definition => !definition.IsFragment));
        while (pending.Count > 0)
        {
            foreach (var name in pending.Pop().Spreads)
            {
                if (used.Add(name) && _fragments.TryGetValue(name, out var fragment))
                    pending.Push(fragment);
            }
        }

        return !used.IsSupersetOf(_fragments.Keys);
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
