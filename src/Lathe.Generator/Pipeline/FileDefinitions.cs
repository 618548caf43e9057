using Lathe.Language.Errors;
using Lathe.Language.Syntax;

namespace Lathe.Generator.Pipeline;

/// <summary>The definitions of one document with what the stages ask of each again and again.</summary>
internal sealed class FileDefinitions
{
    private FileDefinitions(DocumentSyntax document, IReadOnlyList<ExecutableDefinition> executable)
    {
        Document = document;
        LostFragments = Language.Validation.LostFragments.In(document);
        Executable = executable;
    }

    public DocumentSyntax Document { get; }

    public IReadOnlyList<LanguageError> SyntaxErrors => Document.Errors;

    public IReadOnlyList<ExecutableDefinition> Executable { get; }

    /// <summary>Gets the fragments that syntax errors may have kept from being known.</summary>
    public IReadOnlyList<string> LostFragments { get; }

    public static FileDefinitions Parse(SourceText source, CancellationToken cancellationToken)
    {
        var document = DocumentParser.Parse(source, cancellationToken);
        var executable = new List<ExecutableDefinition>();
        foreach (var definition in document.Definitions)
        {
            if (definition is OperationDefinitionSyntax operation)
                executable.Add(new ExecutableDefinition(operation, operation.Name?.Value, operation.SelectionSet));
            else if (definition is FragmentDefinitionSyntax fragment)
                executable.Add(new ExecutableDefinition(fragment, fragment.Name.Value, fragment.SelectionSet));
        }

        return new FileDefinitions(document, executable);
    }
}

/// <summary>An operation or a fragment with the names of the fragments that it spreads itself.</summary>
internal sealed class ExecutableDefinition(DefinitionSyntax syntax, string? name, SelectionSetSyntax selectionSet)
{
    private IReadOnlyList<string>? _spreads;

    public DefinitionSyntax Syntax { get; } = syntax;

    public string? Name { get; } = name;

    public bool IsFragment => Syntax is FragmentDefinitionSyntax;

    /// <summary>Gets the names in ordinal order, each once.</summary>
    public IReadOnlyList<string> Spreads => _spreads ??= FragmentSpreads.In(selectionSet);
}
