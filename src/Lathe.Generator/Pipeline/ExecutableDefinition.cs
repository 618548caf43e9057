using Lathe.Language.Fragments;
using Lathe.Language.Syntax;

namespace Lathe.Generator.Pipeline;

/// <summary>An operation or a fragment with the names of the fragments that it spreads itself.</summary>
/// <remarks>It lives as long as its file's text, and keeps the units last made of it: a unit that is the same again costs nothing.</remarks>
internal sealed class ExecutableDefinition(DefinitionSyntax syntax, string? name, SelectionSetSyntax selectionSet)
{
    private IReadOnlyList<string>? _spreads;
    private CompilationUnit[] _lastUnits = [];

    public DefinitionSyntax Syntax { get; } = syntax;

    public string? Name { get; } = name;

    /// <summary>Gets the kind of an operation; null for a fragment.</summary>
    public OperationType? OperationType { get; } = (syntax as OperationDefinitionSyntax)?.OperationType;

    public bool IsFragment => OperationType is null;

    /// <summary>Gets the names in ordinal order, each once.</summary>
    public IReadOnlyList<string> Spreads => _spreads ??= FragmentSpreads.NamesIn(selectionSet);

    /// <summary>Finds the unit last made of the definition for a client, or null.</summary>
    public CompilationUnit? FindLastUnit(string client) => Array.Find(_lastUnits, unit => unit.Names.Client == client);

    /// <summary>Keeps a unit in place of the last one of its client.</summary>
    public CompilationUnit Keep(CompilationUnit unit)
    {
        _lastUnits = [.. _lastUnits.Where(other => other.Names.Client != unit.Names.Client), unit];
        return unit;
    }
}
