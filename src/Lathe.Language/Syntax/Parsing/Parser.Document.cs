using Lathe.Language.Errors;
using Lathe.Language.Text;

namespace Lathe.Language.Syntax.Parsing;

/// <content>Documents and their definitions (section 2.3), and what follows an error.</content>
internal sealed partial class Parser
{
    // Enough for a person to fix a file. A megabyte of noise does not need a message for each word.
    private const int MostErrors = 100;

    // Whether the current definition failed at a sign in place of a keyword.
    private bool _failedAtSymbol;

    // Parts of a failed definition are read again within a bound, so hostile text cannot cost the square of its length.
    private const int MostRereads = 20;

    internal DocumentSyntax ParseDocument(CancellationToken cancellationToken)
    {
        var definitions = new List<DefinitionSyntax>();
        var errors = new List<LanguageError>();
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            var rest = _directiveRest;
            var definition = ParseDefinition();
            if (Error is null)
            {
                definitions.Add(definition!);
                continue;
            }

            // The faulty token may be the one after a definition. Then the definition itself is whole.
            var next = Recovery.FindDefinition(_text, _keywordEnd, ErrorOffset, errors.Count < MostRereads);
            if (!TryKeepDirective(definitions, definition, rest, next))
                errors.Add(WithOpenBrace(next));
            if (errors.Count == MostErrors)
                break;
            Restart(next);
        }
        while (!IsAtEnd || Error is not null);
        var document = new DocumentSyntax
        {
            Definitions = definitions,
            Errors = InOrder(errors),
            IsEmpty = errors.Count == 1 && errors[0].Descriptor == SyntaxErrors.Empty,
        };
        (document.Span, document.Source) = (new SourceSpan(0, _text.Length), _source);
        return document;
    }

    private List<LanguageError> InOrder(List<LanguageError> errors) => Notes.Count == 0
        ? errors
        : [.. errors.Concat(Notes).OrderBy(static error => error.Locations[0].Span.Start)];

    /// <summary>
    /// Keeps a directive definition that has something unknown behind its arguments or its locations: a newer edition may
    /// allow it, and no operation of a client depends on it.
    /// </summary>
    private bool TryKeepDirective(List<DefinitionSyntax> definitions, DefinitionSyntax? failed, int rest, int next)
    {
        var directive = failed as DirectiveDefinitionSyntax;
        if (ErrorOffset == _text.Length)
            return false;
        if (directive is not null && _directiveRest >= 0 && next >= _directiveRest)
        {
            rest = _directiveRest;
            definitions.Add(directive);
        }
        else if (failed is null && rest >= 0 && definitions.Count > 0 && _failedAtSymbol)
        {
            directive = definitions[definitions.Count - 1] as DirectiveDefinitionSyntax;
        }
        else
        {
            return false;
        }

        if (directive is null)
            return false;
        directive.UnknownText = _text.Substring(rest, next - rest).Trim();
        Note(SyntaxErrors.OfNewerEdition, Error!.Locations[0].Span, Error.Message);
        return true;
    }

    /// <summary>Tells of a brace that is not closed: at the end of the text, or where the next definition begins inside it.</summary>
    private LanguageError WithOpenBrace(int next)
    {
        var error = Error!;
        var beginsInside = next > _braceAtError && next <= ErrorOffset && next < _text.Length;
        if (_braceAtError < 0 || error.Descriptor != SyntaxErrors.Syntax || !(beginsInside || ErrorOffset == _text.Length))
            return error;
        var brace = new SourceLocation(_source, new SourceSpan(_braceAtError, 1));
        var line = brace.Position.Line;
        var message = line == error.Locations[0].Position.Line ? error.Message : $"{error.Message} The \"{{\" at line {line} is not closed.";
        return new LanguageError(error.Descriptor, message, [.. error.Locations, brace]);
    }

    private int ErrorOffset => Error!.Locations[0].Span.Start;

    /// <summary>Parses one definition; null or a partial one where <see cref="Error"/> is set.</summary>
    internal DefinitionSyntax? ParseDefinition()
    {
        _directiveRest = -1;
        _failedAtSymbol = false;
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
        _failedAtSymbol = Error is null && description is null && _kind is not (TokenKind.Name or TokenKind.EndOfFile);
        if (description is not null && _kind == TokenKind.Name)
            Fail(description.Span, "Unexpected description, only GraphQL definitions support descriptions.");
        else if (IsAtEnd && start == _start && _previousEnd == 0)
            Fail(SyntaxErrors.Empty, CurrentSpan, "Unexpected <EOF>.");
        else
            Fail(CurrentSpan, $"Unexpected {DescribeCurrent()}.{KeywordHint.For(_kind, _text, _start, _end)}");
        return null;
    }
}
