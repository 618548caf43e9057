using Lathe.Generator.Configuration;
using Lathe.Language.Collections;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Pipeline;

/// <summary>All definitions of a client's documents by name. Made anew by each edit, so it does nothing but look at names.</summary>
internal sealed class ClientIndex
{
    private readonly Dictionary<string, ExecutableDefinition> _fragments = new(StringComparer.Ordinal);
    private readonly HashSet<DefinitionSyntax> _shadowed = [];
    private readonly HashSet<string> _lost = new(StringComparer.Ordinal);

    public ClientIndex(ClientPlan plan, Schema schema, IReadOnlyList<SourceFile> documents, CancellationToken cancellationToken)
    {
        (Plan, Schema, Documents) = (plan, schema, documents);
        var operations = new SortedDictionary<string, OperationType>(StringComparer.Ordinal);
        foreach (var file in documents)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var definitions = file.GetDefinitions(cancellationToken);
            _lost.UnionWith(definitions.LostFragments);
            foreach (var definition in definitions.Executable)
            {
                if (definition.IsFragment && !_fragments.ContainsKey(definition.Name!))
                    _fragments.Add(definition.Name!, definition);
                else if (definition.IsFragment || (definition.Name is not null && operations.ContainsKey(definition.Name)))
                    _shadowed.Add(definition.Syntax);
                else if (definition.Name is not null)
                    operations.Add(definition.Name, ((OperationDefinitionSyntax)definition.Syntax).OperationType);
            }
        }

        _lost.ExceptWith(_fragments.Keys);
        NamesInput = new NamesInput(
            plan.FullName,
            plan.Config,
            schema,
            EquatableList.Create(operations.Select(operation => new NamedOperation(operation.Key, operation.Value))),
            EquatableList.Create(_fragments.Keys.OrderBy(name => name, StringComparer.Ordinal)));
    }

    public ClientPlan Plan { get; }

    public Schema Schema { get; }

    public IReadOnlyList<SourceFile> Documents { get; }

    public NamesInput NamesInput { get; }

    /// <summary>Gets a value indicating whether two definitions have the same name.</summary>
    public bool HasShadowedNames => _shadowed.Count > 0;

    /// <summary>Tells whether there is a fragment that no operation reaches.</summary>
    public bool HasUnusedFragments(CancellationToken cancellationToken)
    {
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

    /// <summary>Makes the units of a file; of two definitions with a name the first counts, and code needs a name.</summary>
    public IEnumerable<CompilationUnit> UnitsOf(SourceFile file, ClientTypeNames names, CancellationToken cancellationToken)
    {
        foreach (var definition in file.GetDefinitions(cancellationToken).Executable)
        {
            if (definition.Name is not null && !_shadowed.Contains(definition.Syntax))
            {
                var fragments = Reach(definition);
                yield return new CompilationUnit(names, definition.Syntax, fragments, LostTo(definition, fragments));
            }
        }
    }

    private List<string> LostTo(ExecutableDefinition definition, List<FragmentDefinitionSyntax> fragments) => _lost.Count == 0
        ? []
        : [.. definition.Spreads.Concat(fragments.SelectMany(fragment => _fragments[fragment.Name.Value].Spreads))
            .Where(_lost.Contains).Distinct().OrderBy(name => name, StringComparer.Ordinal)];

    private List<FragmentDefinitionSyntax> Reach(ExecutableDefinition definition)
    {
        if (definition.Spreads.Count == 0)
            return [];
        var reached = new SortedDictionary<string, FragmentDefinitionSyntax>(StringComparer.Ordinal);
        var pending = new Stack<ExecutableDefinition>();
        pending.Push(definition);
        while (pending.Count > 0)
        {
            foreach (var name in pending.Pop().Spreads)
            {
                if (reached.ContainsKey(name) || !_fragments.TryGetValue(name, out var fragment) || ReferenceEquals(fragment, definition))
                    continue;
                reached.Add(name, (FragmentDefinitionSyntax)fragment.Syntax);
                pending.Push(fragment);
            }
        }

        return [.. reached.Values];
    }
}
