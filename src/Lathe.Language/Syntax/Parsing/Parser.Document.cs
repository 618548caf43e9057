using Lathe.Language.Errors;
using Lathe.Language.Text;

namespace Lathe.Language.Syntax.Parsing;

/// <content>Documents and their definitions (section 2.3), and what follows an error.</content>
internal sealed partial class Parser
{
    // Enough for a person to mend a file; a megabyte of noise is not worth a message for each word.
    private const int MostErrors = 100;

    // Reading parts of a failed definition again is bounded, so that hostile text cannot make it the square of its length.
    private const int MostRereads = 20;

    internal DocumentSyntax ParseDocument(CancellationToken cancellationToken)
    {
        var definitions = new List<DefinitionSyntax>();
        var errors = new List<LanguageError>();
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            var definition = ParseDefinition();
            if (Error is null)
            {
                definitions.Add(definition!);
                continue;
            }

            // The token after a definition may be the faulty one: the definition itself is whole.
            errors.Add(Error);
            if (errors.Count == MostErrors)
                break;
            Restart(Recovery.FindDefinition(_text, _keywordEnd, ErrorOffset, errors.Count <= MostRereads));
        }
        while (!IsAtEnd || Error is not null);
        var document = new DocumentSyntax { Definitions = definitions, Errors = errors };
        (document.Span, document.Source) = (new SourceSpan(0, _text.Length), _source);
        return document;
    }

    private int ErrorOffset => Error!.Locations[0].Span.Start;

    /// <summary>Parses one definition; null or a partial one where <see cref="Error"/> is set.</summary>
    internal DefinitionSyntax? ParseDefinition()
    {
        _keywordEnd = Math.Max(_end, _start + 1);
        if (_kind == TokenKind.BraceOpen)
            return ParseShorthandQuery();
        var start = _start;
        var description = ParseDescriptionBefore(start);
        if (Error is not null)
            return null;
        _keywordEnd = _end;
        return ParseExecutable(start, description) ?? ParseTypeSystem(start, description) ?? FailDefinition(start, description);
    }

    private DescriptionSyntax? ParseDescriptionBefore(int start)
    {
        var span = CurrentSpan;
        var description = ParseDescription();
        if (description is null || Error is not null)
            return description;
        if (_kind == TokenKind.BraceOpen)
            Fail(span, "Unexpected description, descriptions are not supported on shorthand queries.");
        return description;
    }

    private DefinitionSyntax? ParseExecutable(int start, DescriptionSyntax? description)
    {
        if (IsKeyword("query") || IsKeyword("mutation") || IsKeyword("subscription"))
            return ParseOperation(start, description);
        return IsKeyword("fragment") ? ParseFragmentDefinition(start, description) : null;
    }

    private TypeSystemDefinitionSyntax? ParseTypeSystem(int start, DescriptionSyntax? description)
    {
        if (_kind != TokenKind.Name)
            return null;
        if (!IsKeyword("extend"))
            return ParseTypeSystem(start, description, isExtension: false);
        if (description is not null)
            return null;
        Advance();
        _keywordEnd = Math.Max(_keywordEnd, _end);
        return ParseTypeSystem(start, null, isExtension: true);
    }

    private DefinitionSyntax? FailDefinition(int start, DescriptionSyntax? description)
    {
        if (description is not null && _kind == TokenKind.Name)
            Fail(description.Span, "Unexpected description, only GraphQL definitions support descriptions.");
        else
            FailUnexpected();
        return null;
    }
}
