using Lathe.Language.Errors;
using Lathe.Language.Text;

namespace Lathe.Language.Syntax.Parsing;

/// <content>Values (section 2.10) and references to types (section 2.12).</content>
internal sealed partial class Parser
{
    /// <summary>Parses a constant value that is the whole text.</summary>
    internal (ValueSyntax? Value, LanguageError? Error) ParseWholeValue()
    {
        var value = ParseValue(isConstant: true);
        Expect(TokenKind.EndOfFile);
        return Error is null ? (value, null) : (null, Error);
    }

    private ValueSyntax ParseValue(bool isConstant)
    {
        var start = _start;
        switch (_kind)
        {
            case TokenKind.BracketOpen:
                return ParseList(isConstant);
            case TokenKind.BraceOpen:
                return ParseObject(isConstant);
            case TokenKind.Int:
                return Take(new IntValueSyntax { Value = CurrentText });
            case TokenKind.Float:
                return Take(new FloatValueSyntax { Value = CurrentText });
            case TokenKind.String or TokenKind.BlockString:
                return Take(new StringValueSyntax { Value = CurrentString, IsBlock = _kind == TokenKind.BlockString });
            case TokenKind.Name:
                return Take(MakeNameValue());
            case TokenKind.Dollar when isConstant:
                FailVariable();
                break;
            case TokenKind.Dollar:
                return ParseVariable();
            default:
                FailUnexpected();
                break;
        }

        return Finish(start, new NullValueSyntax());
    }

    private string CurrentText => _text.Substring(_start, _end - _start);

    private string CurrentString => _kind == TokenKind.BlockString
        ? StringLiteral.ReadBlock(_text, _start, _end)
        : StringLiteral.ReadQuoted(_text, _start, _end);

    private T Take<T>(T node)
        where T : SyntaxNode
    {
        var start = _start;
        Advance();
        return Finish(start, node);
    }

    private ValueSyntax MakeNameValue()
    {
        if (IsKeyword("true"))
            return new BooleanValueSyntax { Value = true };
        if (IsKeyword("false"))
            return new BooleanValueSyntax { Value = false };
        if (IsKeyword("null"))
            return new NullValueSyntax();
        return new EnumValueSyntax { Value = _names.Get(_text, _start, _end - _start) };
    }

    private VariableSyntax ParseVariable()
    {
        var start = _start;
        Expect(TokenKind.Dollar);
        var name = ParseName();
        if (_fragmentVariables is null || !_fragmentVariables.TryGetValue(name.Value, out var definition))
            return Finish(start, new VariableSyntax { Name = name });
        return Finish(start, new VariableSyntax { Name = name, Fragment = _fragment, Definition = definition });
    }

    private void FailVariable()
    {
        var dollar = CurrentSpan;
        Advance();
        if (_kind == TokenKind.Name)
            Fail(SourceSpan.FromBounds(dollar.Start, _end), $"Unexpected variable \"${OneLine.Of(CurrentText)}\" in constant value.");
        else
            Fail(dollar, "Unexpected \"$\".");
    }

    private ListValueSyntax ParseList(bool isConstant)
    {
        var start = _start;
        var values = new Items<ValueSyntax>();
        if (TryEnter())
            Advance();
        while (Error is null && !TryTake(TokenKind.BracketClose))
            values.Add(ParseValue(isConstant));
        Leave();
        return Finish(start, new ListValueSyntax { Values = values.ToArray() });
    }

    private ObjectValueSyntax ParseObject(bool isConstant)
    {
        var (start, outer) = (_start, _brace);
        _brace = start;
        var fields = new Items<ObjectFieldSyntax>();
        if (TryEnter())
            Advance();
        while (Error is null && !TryTake(TokenKind.BraceClose))
            fields.Add(ParseObjectField(isConstant));
        Leave();
        _brace = outer;
        return Finish(start, new ObjectValueSyntax { Fields = fields.ToArray() });
    }

    private ObjectFieldSyntax ParseObjectField(bool isConstant)
    {
        var start = _start;
        var name = ParseName();
        Expect(TokenKind.Colon);
        return Finish(start, new ObjectFieldSyntax { Name = name, Value = ParseValue(isConstant) });
    }

    private TypeSyntax ParseType()
    {
        var start = _start;
        TypeSyntax type = _kind == TokenKind.BracketOpen ? ParseListType() : ParseNamedType();
        return TryTake(TokenKind.Bang) ? Finish(start, new NonNullTypeSyntax { NullableType = type }) : type;
    }

    private ListTypeSyntax ParseListType()
    {
        var start = _start;
        if (TryEnter())
            Advance();
        var item = Error is null ? ParseType() : new NamedTypeSyntax { Name = ParseName() };
        Expect(TokenKind.BracketClose);
        Leave();
        return Finish(start, new ListTypeSyntax { ItemType = item });
    }

    private NamedTypeSyntax ParseNamedType()
    {
        var start = _start;
        return Finish(start, new NamedTypeSyntax { Name = ParseName() });
    }

    private DescriptionSyntax? ParseDescription() => _kind is TokenKind.String or TokenKind.BlockString
        ? Take(new DescriptionSyntax { Value = CurrentString, IsBlock = _kind == TokenKind.BlockString })
        : null;
}
