using System.Collections.Immutable;
using Lathe.Generator.Configuration;
using Lathe.Language.Collections;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Pipeline;

/// <summary>All definitions of a client's documents by name. Made anew by each edit, so it does nothing but look at names.</summary>
internal sealed class ClientIndex
{
    private readonly Dictionary<string, ExecutableDefinition> _fragments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ExecutableDefinition> _operations;
    private readonly HashSet<DefinitionSyntax> _shadowed = [];
    private readonly HashSet<string> _lost = new(StringComparer.Ordinal);
    private readonly Dictionary<SourceFile, SourceFile> _files;

    public ClientIndex(ClientPlan plan, Schema schema, IReadOnlyList<SourceFile> documents, CancellationToken cancellationToken)
    {
        (Plan, Schema, Documents) = (plan, schema, documents);
        _files = new Dictionary<SourceFile, SourceFile>(documents.Count);
        _operations = new Dictionary<string, ExecutableDefinition>(documents.Count, StringComparer.Ordinal);
        var operations = new List<NamedOperation>(documents.Count);
        foreach (var file in documents)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _files[file] = file;
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

    /// <summary>Tells whether a file is a document of the client; a file that the build lists twice counts once.</summary>
    public bool Contains(SourceFile file) => _files.TryGetValue(file, out var known) && ReferenceEquals(file, known);

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

    /// <summary>Makes the units of a file; of two definitions with a name the first counts, and code needs a name.</summary>
    public void AddUnits(FileDefinitions file, ClientTypeNames names, ImmutableArray<Outcome<CompilationUnit>>.Builder units)
    {
        foreach (var definition in file.Executable)
        {
            if (definition.Name is not null && !_shadowed.Contains(definition.Syntax))
            {
                var fragments = Reach(definition);
                units.Add(new Outcome<CompilationUnit>(CompilationUnit.Create(names, definition, fragments, LostTo(definition, fragments)), null));
            }
        }
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
            if (_operations.ContainsKey(name))
            {
                _shadowed.Add(definition.Syntax);
                return;
            }

            _operations.Add(name, definition);
            operations.Add(new NamedOperation(name, ((OperationDefinitionSyntax)definition.Syntax).OperationType));
        }
    }

    private IReadOnlyList<string> LostTo(ExecutableDefinition definition, IReadOnlyList<FragmentDefinitionSyntax> fragments) => _lost.Count == 0
        ? []
        : [.. definition.Spreads.Concat(fragments.SelectMany(fragment => _fragments[fragment.Name.Value].Spreads))
            .Where(_lost.Contains).Distinct().OrderBy(name => name, StringComparer.Ordinal)];

    private IReadOnlyList<FragmentDefinitionSyntax> Reach(ExecutableDefinition definition)
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
