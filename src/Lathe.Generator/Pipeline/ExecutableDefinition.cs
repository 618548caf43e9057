using Lathe.Language.Syntax;

namespace Lathe.Generator.Pipeline;

/// <summary>An operation or a fragment with the names of the fragments that it spreads itself.</summary>
/// <remarks>It lives as long as its file's text, and keeps the unit and the result last made of it: a unit that is the same again costs nothing.</remarks>
internal sealed class ExecutableDefinition(DefinitionSyntax syntax, string? name, SelectionSetSyntax selectionSet)
{
    private IReadOnlyList<string>? _spreads;

    public DefinitionSyntax Syntax { get; } = syntax;

    public string? Name { get; } = name;

    /// <summary>Gets the kind of an operation; null for a fragment.</summary>
    public OperationType? OperationType { get; } = (syntax as OperationDefinitionSyntax)?.OperationType;

    public bool IsFragment => OperationType is null;

    /// <summary>Gets the names in ordinal order, each once.</summary>
    public IReadOnlyList<string> Spreads => _spreads ??= FragmentSpreads.In(selectionSet);

    /// <summary>Gets or sets the unit last made of the definition.</summary>
    public CompilationUnit? LastUnit { get; set; }

    /// <summary>Gets or sets what last came of it.</summary>
    public UnitResult? LastResult { get; set; }
}
