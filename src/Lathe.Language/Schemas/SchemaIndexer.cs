using Lathe.Language.Errors;
using Lathe.Language.Introspection;
using Lathe.Language.Syntax;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem.Indexing;

namespace Lathe.Language.Schemas;

/// <summary>Indexes the texts of a schema, each by a scan where it is regular SDL, else by the parser.</summary>
internal sealed class SchemaIndexer
{
    private readonly List<DefinitionEntry> _entries = [];

    /// <summary>Gets the names met, which the parser uses again.</summary>
    internal NameTable Names { get; } = new();

    internal List<LanguageError> Errors { get; } = [];

    /// <summary>Gets how many definitions had to be parsed already.</summary>
    internal int Parsed { get; private set; }

    internal SchemaIndex Index(IReadOnlyList<SourceText> sources, CancellationToken cancellationToken)
    {
        foreach (var source in sources)
        {
            if (OtherText.FaultOf(source) is { } fault)
                Errors.Add(fault);
            else if (IntrospectionReader.IsJson(source.Text))
                Add(IntrospectionReader.Read(source, cancellationToken));
            else if (SdlIndexer.Scan(source, Names, cancellationToken) is { } entries)
                _entries.AddRange(entries);
            else
                Add(DocumentParser.Parse(source, cancellationToken));
        }

        return new SchemaIndex(_entries);
    }

    private void Add(DocumentSyntax document)
    {
        Errors.AddRange(document.Errors);
        Errors.AddRange(ExecutableInSchema.Of(document));
        Parsed += document.Definitions.Count;
        _entries.AddRange(SyntaxIndexer.Index(document));
    }
}
