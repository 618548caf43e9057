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

    /// <summary>Gets a value indicating whether type definitions stand among the others.</summary>
    public bool HasTypes => Document.Definitions.Count > Executable.Count;

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
