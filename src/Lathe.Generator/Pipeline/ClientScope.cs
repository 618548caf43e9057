using System.Collections.Immutable;
using Lathe.Generator.Configuration;
using Lathe.Language.Collections;
using Lathe.Language.Syntax;

namespace Lathe.Generator.Pipeline;

/// <summary>
/// All that the units of a client depend on beside their own files: fragments, names, and which files are documents. Equal while no
/// fragment is edited and no definition comes, goes or is renamed, so that most edits look at no file but their own.
/// </summary>
internal sealed class ClientScope : IEquatable<ClientScope>
{
    private readonly ClientPlan _plan;
    private readonly ClientTypeNames _names;
    private readonly IReadOnlyDictionary<string, ExecutableDefinition> _fragments;
    private readonly IReadOnlyCollection<DefinitionSyntax> _shadowed;
    private readonly IReadOnlyCollection<string> _lost;
    private readonly HashSet<string> _unspread;
    private readonly UnitTable _units;
    private readonly IReadOnlyCollection<SourceFile> _repeated;
    private HashSet<string>? _paths;

    private ClientScope(ClientIndex index, ClientTypeNames names, IReadOnlyCollection<SourceFile> repeated)
    {
        (_plan, _names, _repeated) = (index.Plan, names, repeated);
        (_fragments, _shadowed, _lost, _unspread) = (index.Fragments, index.Shadowed, index.LostFragments, index.Unspread);
        _units = new UnitTable(names, _fragments, _lost, _unspread);
    }

    public static EquatableList<ClientScope> Create(
        (ProjectIndex Index, IReadOnlyList<ClientTypeNames> Names) given, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var (index, names) = given;
        return EquatableList.Create(index.Clients.SelectMany(client => names
            .Where(own => own.Client == client.Plan.FullName).Select(own => new ClientScope(client, own, index.Repeated))));
    }

    /// <summary>Compiles the units of a file for each client that it is a document of; a fault stands for all of them.</summary>
    public static ImmutableArray<UnitResult> Compile((SourceFile File, EquatableList<ClientScope> Clients) given, CancellationToken cancellationToken)
    {
        var outcome = Guard.Try(given, CompileAll, Steps.Compile, cancellationToken);
        return outcome.Fault is { } fault ? ImmutableArray.Create(UnitResult.Failed(fault)) : outcome.Value;
    }

    public bool Equals(ClientScope? other) => ReferenceEquals(this, other) || (other is not null
        && ReferenceEquals(_names, other._names) && _plan.Equals(other._plan)
        && _shadowed.Count + other._shadowed.Count + _repeated.Count + other._repeated.Count == 0
        && _lost.Count == other._lost.Count && _lost.All(other._lost.Contains)
        && _unspread.SetEquals(other._unspread) && HasFragmentsOf(other));

    public override bool Equals(object? obj) => Equals(obj as ClientScope);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_names.Client);

    private static ImmutableArray<UnitResult> CompileAll(
        (SourceFile File, EquatableList<ClientScope> Clients) given, CancellationToken cancellationToken)
    {
        var (file, clients) = given;
        ImmutableArray<UnitResult>.Builder? results = null;
        foreach (var client in clients)
        {
            // A file of no client, such as a schema, is not parsed as a document.
            if (!client.Contains(file))
                continue;
            var definitions = file.GetDefinitions(client._plan.Config, cancellationToken);
            results ??= ImmutableArray.CreateBuilder<UnitResult>(definitions.Executable.Length);
            client.Compile(definitions, results, cancellationToken);
        }

        if (results is null)
            return ImmutableArray<UnitResult>.Empty;
        return results.Count == results.Capacity ? results.MoveToImmutable() : results.ToImmutable();
    }

    private bool HasFragmentsOf(ClientScope other)
    {
        if (_fragments.Count != other._fragments.Count)
            return false;
        foreach (var pair in _fragments)
        {
            if (!other._fragments.TryGetValue(pair.Key, out var same) || !ReferenceEquals(pair.Value, same))
                return false;
        }

        return true;
    }

    // A file that the build lists twice counts once.
    private bool Contains(SourceFile file)
    {
        _paths ??= new HashSet<string>(_plan.Documents.Select(document => document.Path), StringComparer.Ordinal);
        return _paths.Contains(file.Path) && (_repeated.Count == 0 || !_repeated.Any(repeated => ReferenceEquals(repeated, file)));
    }

    // Of two definitions with one name the first counts. A definition without a name has no code, but is checked fully.
    private void Compile(FileDefinitions file, ImmutableArray<UnitResult>.Builder results, CancellationToken cancellationToken)
    {
        foreach (var definition in file.Executable)
        {
            if (_shadowed.Contains(definition.Syntax))
                continue;
            results.Add(UnitCompiler.Compile(_units.Of(definition, cancellationToken), _units, cancellationToken));
        }
    }
}
