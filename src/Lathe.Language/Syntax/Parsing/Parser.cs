using Lathe.Language.Errors;
using Lathe.Language.Text;

namespace Lathe.Language.Syntax.Parsing;

/// <summary>
/// A recursive-descent parser. At the first error of a definition it records the error and pretends that the text ends,
/// so that every method returns in an orderly way without an exception; the caller drops the definition.
/// </summary>
internal sealed partial class Parser
{
    /// <summary>
    /// How deep selection sets, list and object values and list types may nest: far more than any server accepts, and
    /// little enough for the stack of any thread, also in the walkers that come after.
    /// </summary>
    internal const int DeepestNesting = 200;

    private readonly SourceText _source;
    private readonly string _text;
    private readonly NameTable _names;
    private readonly bool _allowsFragmentArguments;
    private Lexer _lexer;
    private TokenKind _kind;
    private int _start;
    private int _end;
    private int _previousEnd;
    private int _depth;
    private int _keywordEnd;

    // The innermost brace that is open, and the one that was open at the error; -1 for none.
    private int _brace = -1;
    private int _braceAtError = -1;

    // The fragment that is being parsed and the variables of its own; null in definitions without such.
    private string? _fragment;
    private Dictionary<string, VariableDefinitionSyntax>? _fragmentVariables;

    // What the current definition has behind its known head, where it is a directive; -1 for none.
    private int _directiveRest = -1;
    private List<LanguageError>? _notes;

    internal Parser(SourceText source, int start = 0, NameTable? names = null, bool allowsFragmentArguments = false)
    {
        _allowsFragmentArguments = allowsFragmentArguments;
        _source = source;
        _text = source.Text;
        _names = names ?? new NameTable();
        _lexer = new Lexer(_text, start);
        Advance();
    }

    /// <summary>Gets the error that stopped the parser, or null.</summary>
    internal LanguageError? Error { get; private set; }

    /// <summary>Gets faults that do not keep a definition from being used.</summary>
    internal IReadOnlyList<LanguageError> Notes => _notes ?? (IReadOnlyList<LanguageError>)[];

    /// <summary>Gets a value indicating whether all of the text was read, or the parser has failed.</summary>
    internal bool IsAtEnd => _kind == TokenKind.EndOfFile;

    /// <summary>Gets the offset of the current token.</summary>
    internal int Position => _start;

    private void Advance()
    {
        if (Error is not null)
            return;
        _previousEnd = _end;
        _lexer.Advance();
        TakeToken();
    }

    private void TakeToken()
    {
        (_kind, _start, _end) = (_lexer.Kind, _lexer.Start, _lexer.End);
        if (_kind != TokenKind.Invalid)
            return;
        Fail(_lexer.ErrorSpan, _lexer.ErrorMessage!);
        _braceAtError = -1;
    }

    /// <summary>Moves to a definition after an error.</summary>
    private void Restart(int position)
    {
        Error = null;
        _depth = 0;
        _brace = -1;
        _lexer = new Lexer(_text, position);
        Advance();
    }

    private void Fail(SourceSpan span, string message) => Fail(SyntaxErrors.Syntax, span, message);

    private void Fail(ErrorDescriptor descriptor, SourceSpan span, string message)
    {
        if (Error is null)
        {
            Error = new LanguageError(descriptor, message, [new SourceLocation(_source, span)]);
            _braceAtError = _brace;
        }

        _kind = TokenKind.EndOfFile;
    }

    /// <summary>Records a fault and goes on.</summary>
    private void Note(ErrorDescriptor descriptor, SourceSpan span, string message)
    {
        _notes ??= [];
        if (_notes.Count < MostErrors)
            _notes.Add(new LanguageError(descriptor, message, [new SourceLocation(_source, span)]));
    }

    private void FailUnexpected() => Fail(CurrentSpan, $"Unexpected {DescribeCurrent()}.");

    private SourceSpan CurrentSpan => SourceSpan.FromBounds(_start, _end);

    private bool TryTake(TokenKind kind)
    {
        if (_kind != kind || Error is not null)
            return false;
        Advance();
        return true;
    }

    private void Expect(TokenKind kind)
    {
        if (Error is null && !TryTake(kind))
            Fail(CurrentSpan, $"Expected {TokenText.Describe(kind)}, found {DescribeCurrent()}.");
    }

    private bool IsKeyword(string keyword) =>
        _kind == TokenKind.Name && _end - _start == keyword.Length
        && string.CompareOrdinal(_text, _start, keyword, 0, keyword.Length) == 0;

    private bool TryTakeKeyword(string keyword)
    {
        if (!IsKeyword(keyword))
            return false;
        Advance();
        return true;
    }

    private void ExpectKeyword(string keyword)
    {
        if (Error is null && !TryTakeKeyword(keyword))
            Fail(CurrentSpan, $"Expected \"{keyword}\", found {DescribeCurrent()}.");
    }

    private string DescribeCurrent() => TokenText.Describe(_kind, _text, _start, _end);

    private NameSyntax ParseName()
    {
        if (_kind != TokenKind.Name)
        {
            Expect(TokenKind.Name);
            var missing = new NameSyntax { Value = string.Empty };
            (missing.Span, missing.Source) = (new SourceSpan(_start, 0), _source);
            return missing;
        }

        var name = new NameSyntax { Value = _names.Get(_text, _start, _end - _start) };
        (name.Span, name.Source) = (CurrentSpan, _source);
        Advance();
        return name;
    }

    private T Finish<T>(int start, T node)
        where T : SyntaxNode
    {
        node.Span = SourceSpan.FromBounds(start, Math.Max(start, _previousEnd));
        node.Source = _source;
        return node;
    }

    /// <summary>Reads one or more items in brackets.</summary>
    private T[] ParseMany<T>(TokenKind open, Func<Parser, T> parseItem, TokenKind close)
    {
        var (start, outer) = (_start, _brace);
        Expect(open);
        if (open == TokenKind.BraceOpen)
            _brace = start;
        var items = new Items<T>();
        do
            items.Add(parseItem(this));
        while (Error is null && !TryTake(close));
        _brace = outer;
        return items.ToArray();
    }

    /// <summary>Reads one or more items in brackets, or nothing where the bracket is missing.</summary>
    private T[] ParseOptionalMany<T>(TokenKind open, Func<Parser, T> parseItem, TokenKind close) =>
        _kind == open ? ParseMany(open, parseItem, close) : [];

    /// <summary>Reads one or more items with a separator between, which may also stand before the first.</summary>
    private T[] ParseDelimited<T>(TokenKind separator, Func<Parser, T> parseItem)
    {
        TryTake(separator);
        var items = new Items<T>();
        do
            items.Add(parseItem(this));
        while (TryTake(separator));
        return items.ToArray();
    }

    private bool TryEnter()
    {
        if (++_depth <= DeepestNesting)
            return true;
        Fail(CurrentSpan, $"Too deep: more than {DeepestNesting} levels of nesting. Move parts into fragments or variables.");
        return false;
    }

    private void Leave() => _depth--;
}
