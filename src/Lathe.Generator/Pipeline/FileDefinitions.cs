using System.Collections.Immutable;
using Lathe.Language.Syntax;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;

namespace Lathe.Generator.Pipeline;

/// <summary>The definitions of one document with what each edit asks of all documents: found once, so that asking is cheap.</summary>
internal sealed class FileDefinitions
{
    private FileDefinitions(DocumentSyntax document, ImmutableArray<ExecutableDefinition> executable)
    {
        Document = document;
        HasTypes = document.Definitions.Count > executable.Length;
        LostFragments = Language.Fragments.LostFragments.In(document).ToImmutableArray();
        Executable = executable;
    }

    public DocumentSyntax Document { get; }

    /// <summary>Gets a value indicating whether type definitions stand among the others.</summary>
    public bool HasTypes { get; }

    public ImmutableArray<ExecutableDefinition> Executable { get; }

    /// <summary>Gets a value indicating whether the document reads otherwise where fragment arguments are allowed.</summary>
    public bool HasFragmentArguments => Document.Errors.Any(static error => error.Descriptor == SyntaxErrors.FragmentArguments);

    /// <summary>Gets the fragments that syntax errors may have kept from being known.</summary>
    public ImmutableArray<string> LostFragments { get; }

    /// <summary>Tells whether both define the same operations, by name, kind and spreads, and nothing else.</summary>
    public bool HasSameOperations(FileDefinitions other)
    {
        if (HasTypes || other.HasTypes || LostFragments.Length + other.LostFragments.Length > 0 || Executable.Length != other.Executable.Length)
            return false;
        for (var i = 0; i < Executable.Length; i++)
        {
            var (own, its) = (Executable[i], other.Executable[i]);
            if (own.IsFragment || own.OperationType != its.OperationType || own.Name != its.Name
                || !own.Spreads.SequenceEqual(its.Spreads, StringComparer.Ordinal))
                return false;
        }

        return true;
    }

    public static FileDefinitions Parse(SourceText source, bool allowsFragmentArguments, CancellationToken cancellationToken)
    {
        var document = DocumentParser.Parse(source, allowsFragmentArguments, cancellationToken);
        var executable = ImmutableArray.CreateBuilder<ExecutableDefinition>(document.Definitions.Count);
        foreach (var definition in document.Definitions)
        {
            if (definition is OperationDefinitionSyntax operation)
                executable.Add(new ExecutableDefinition(operation, operation.Name?.Value, operation.SelectionSet));
            else if (definition is FragmentDefinitionSyntax fragment)
                executable.Add(new ExecutableDefinition(fragment, fragment.Name.Value, fragment.SelectionSet));
        }

        return new FileDefinitions(document, executable.ToImmutable());
    }
}
