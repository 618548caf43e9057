using Lathe.Language.Collections;
using Lathe.Language.Projects;
using Lathe.Language.Syntax;

namespace Lathe.Generator.Pipeline;

/// <summary>The units of a client, each made when it is first asked for, after those of the fragments that it spreads.</summary>
internal sealed class UnitTable(
    ClientTypeNames names,
    IReadOnlyDictionary<string, ExecutableDefinition> fragments,
    IReadOnlyCollection<string> lost, IReadOnlyCollection<string> unspread)
{
    private readonly object _gate = new();
    private readonly Dictionary<ExecutableDefinition, bool> _isDone = [];
    private readonly Dictionary<ExecutableDefinition, CompilationUnit> _units = [];
    private EquatableList<string>? _fragmentNames;

    /// <summary>Gets where <c>__typename</c> is added in all definitions.</summary>
    public TypenameNeeds Typenames { get; } = new(names.Schema, name => Find(fragments, name));

    /// <summary>Gets the fragments that syntax errors may have kept from being known.</summary>
    public IReadOnlyCollection<string> LostFragments { get; } = lost;

    public CompilationUnit Of(ExecutableDefinition definition, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_units.TryGetValue(definition, out var unit))
                return unit;
            try
            {
                PostOrder.Visit(definition, Spread, _isDone, Add, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                // What was left open must be opened again.
                _isDone.Clear();
                foreach (var done in _units.Keys)
                    _isDone.Add(done, true);
                throw;
            }

            return _units[definition];
        }
    }

    public FragmentDefinitionSyntax? FindFragment(string name) => Find(fragments, name);

    private static FragmentDefinitionSyntax? Find(IReadOnlyDictionary<string, ExecutableDefinition> fragments, string name) =>
        fragments.TryGetValue(name, out var fragment) ? (FragmentDefinitionSyntax)fragment.Syntax : null;

    private IEnumerable<ExecutableDefinition> Spread(ExecutableDefinition definition)
    {
        foreach (var name in definition.Spreads)
        {
            if (fragments.TryGetValue(name, out var fragment))
                yield return fragment;
        }
    }

    private void Add(ExecutableDefinition definition) => _units[definition] = CompilationUnit.Create(
        names, definition, LinksOf(definition), MissingTo(definition), !definition.IsFragment || unspread.Contains(definition.Name!));

    private UnitLinks LinksOf(ExecutableDefinition definition)
    {
        if (definition.Spreads.Count == 0)
            return UnitLinks.None;
        var spreads = new List<CompilationUnit>();
        var cycle = new List<ExecutableDefinition>();
        foreach (var fragment in Spread(definition))
        {
            if (_units.TryGetValue(fragment, out var unit))
                spreads.Add(unit);
            else
                cycle.Add(fragment);
        }

        return !definition.IsFragment && spreads.Exists(unit => unit.Links.LeadToCycle)
            ? new UnitLinks(spreads, Reach(definition))
            : new UnitLinks(spreads, cycle);
    }

    private List<ExecutableDefinition> Reach(ExecutableDefinition operation)
    {
        var reached = new List<ExecutableDefinition>();
        PostOrder.Visit(operation, Spread, [], reached.Add, CancellationToken.None);
        reached.Remove(operation);
        return reached;
    }

    private MissingFragments MissingTo(ExecutableDefinition definition)
    {
        List<string>? missing = null;
        foreach (var name in definition.Spreads)
        {
            if (!fragments.ContainsKey(name))
                (missing ??= []).Add(name);
        }

        if (missing is null)
            return MissingFragments.None;
        var known = EquatableList.Create(missing.Where(LostFragments.Contains));
        _fragmentNames ??= EquatableList.Create(fragments.Keys.OrderBy(name => name, StringComparer.Ordinal));
        return new MissingFragments(known, known.Count < missing.Count ? _fragmentNames : EquatableList.Empty<string>());
    }
}
