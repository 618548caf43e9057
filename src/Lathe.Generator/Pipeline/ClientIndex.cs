using Lathe.Generator.Configuration;
using Lathe.Language.Collections;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Pipeline;

/// <summary>All definitions of a client's documents by name. Made anew by each edit, so it does nothing but look at names.</summary>
internal sealed class ClientIndex
{
    private readonly Dictionary<string, ExecutableDefinition> _fragments = new(StringComparer.Ordinal);
    private readonly HashSet<string> _operations = new(StringComparer.Ordinal);
    private readonly HashSet<DefinitionSyntax> _shadowed = [];
    private readonly HashSet<string> _lost = new(StringComparer.Ordinal);

    public ClientIndex(ClientPlan plan, Schema schema, IReadOnlyList<SourceFile> documents, CancellationToken cancellationToken)
    {
        (Plan, Schema, Documents) = (plan, schema, documents);
        var operations = new List<NamedOperation>(documents.Count);
        foreach (var file in documents)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var definitions = file.GetDefinitions(cancellationToken);
            if (definitions.LostFragments.Count > 0)
                _lost.UnionWith(definitions.LostFragments);
            foreach (var definition in definitions.Executable)
                Add(definition, operations);
        }

        _lost.ExceptWith(_fragments.Keys);
        NamesInput = new NamesInput(
            plan.FullName, plan.Config, schema, EquatableList.Create(operations), EquatableList.Create(_fragments.Keys.OrderBy(name => name, StringComparer.Ordinal)));
    }

    public ClientPlan Plan { get; }

    public Schema Schema { get; }

    public IReadOnlyList<SourceFile> Documents { get; }

    public NamesInput NamesInput { get; }

    /// <summary>Gets a value indicating whether two definitions have the same name.</summary>
    public bool HasShadowedNames => _shadowed.Count > 0;

    /// <summary>Gets the fragments by name.</summary>
    public IReadOnlyDictionary<string, ExecutableDefinition> Fragments => _fragments;

    /// <summary>Gets the definitions whose name another one takes that comes before them.</summary>
    public IReadOnlyCollection<DefinitionSyntax> Shadowed => _shadowed;

    /// <summary>Gets the names of fragments that syntax errors may have kept from being known.</summary>
    public IReadOnlyCollection<string> LostFragments => _lost;

    /// <summary>Tells whether there is a fragment that no operation reaches.</summary>
    public bool HasUnusedFragments(CancellationToken cancellationToken)
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

    private void Add(ExecutableDefinition definition, List<NamedOperation> operations)
    {
        if (definition.IsFragment)
        {
            if (_fragments.ContainsKey(definition.Name!))
                _shadowed.Add(definition.Syntax);
            else
                _fragments.Add(definition.Name!, definition);
        }
        else if (definition.Name is { } name)
        {
            if (!_operations.Add(name))
            {
                _shadowed.Add(definition.Syntax);
                return;
            }

            operations.Add(new NamedOperation(name, ((OperationDefinitionSyntax)definition.Syntax).OperationType));
        }
    }
}
