using Lathe.Language.Text;

namespace Lathe.Language.Syntax.Parsing;

/// <summary>Finds the tokens of a text (section 2.1). Holds one token at a time, as offsets, and makes no strings.</summary>
internal sealed partial class Lexer
{
    private readonly string _text;

    internal Lexer(string text, int start = 0)
    {
        _text = text;
        End = start;
    }

    /// <summary>Gets the kind of the current token.</summary>
    internal TokenKind Kind { get; private set; }

    /// <summary>Gets the offset of the current token.</summary>
    internal int Start { get; private set; }

    /// <summary>Gets the offset behind the current token; the next one is looked for from here.</summary>
    internal int End { get; private set; }

    /// <summary>Gets what is wrong where the token is <see cref="TokenKind.Invalid"/>.</summary>
    internal string? ErrorMessage { get; private set; }

    /// <summary>Gets the place of the fault in an invalid token.</summary>
    internal SourceSpan ErrorSpan { get; private set; }

    /// <summary>Moves to the next token; stays at the end of the text.</summary>
    internal void Advance()
    {
        var text = _text;
        var position = SkipIgnored(End);
        if (position >= text.Length)
        {
            Set(TokenKind.EndOfFile, text.Length, text.Length);
            return;
        }

        var c = text[position];
        if (Characters.IsNameStart(c))
        {
            ReadName(position);
            return;
        }

        var punctuator = Characters.Punctuator(c);
        if (punctuator != TokenKind.Invalid)
            Set(punctuator, position, position + 1);
        else
            ReadOther(position, c);
    }

    /// <summary>Moves to the next token that is valid, over whatever is not.</summary>
    internal void AdvanceTolerant()
    {
        Advance();
        while (Kind == TokenKind.Invalid)
        {
            End = Math.Max(ErrorSpan.Start == _text.Length ? Start + 1 : ErrorSpan.End, Start + 1);
            Advance();
        }
    }

    /// <summary>Tells whether the current token is a certain name.</summary>
    internal bool IsName(string name) =>
        Kind == TokenKind.Name && End - Start == name.Length && string.CompareOrdinal(_text, Start, name, 0, name.Length) == 0;

    private int SkipIgnored(int position)
    {
        var text = _text;
        while (position < text.Length)
        {
            var c = text[position];
            if (c == ' ' || Characters.IsIgnored(c))
                position++;
            else if (c == '#')
                position = SkipComment(position + 1);
            else
                break;
        }

        return position;
    }

    private int SkipComment(int position)
    {
        while (position < _text.Length && _text[position] is not ('\n' or '\r'))
        {
            // A lone surrogate is not a source character, not even in a comment. It ends the comment, and is then reported.
            var length = ScalarLength(position);
            if (length == 0)
                break;
            position += length;
        }

        return position;
    }

    private void ReadName(int start)
    {
        var text = _text;
        var end = start + 1;
        while (end < text.Length && Characters.IsNameContinue(text[end]))
            end++;
        Set(TokenKind.Name, start, end);
    }

    private void ReadOther(int start, char c)
    {
        if (c == '"')
            ReadAnyString(start);
        else if (c == '-' || Characters.IsDigit(c))
            ReadNumber(start);
        else if (c == '.' && At(start + 1) == '.' && At(start + 2) == '.')
            Set(TokenKind.Spread, start, start + 3);
        else if (c == '\'')
            Fail(start, start, "Unexpected single quote character ('), did you mean to use a double quote (\")?");
        else if (c == '.' && At(start + 1) == '.')
            Fail(start, start, "Unexpected \"..\", did you mean \"...\"?");
        else if (c == '.' && Characters.IsDigit(At(start + 1)))
            Fail(start, start, $"Invalid number, expected digit before \".\", did you mean \"0.{DigitsAt(start + 1)}\"?");
        else
            Fail(start, start, $"{(ScalarLength(start) == 0 ? "Invalid" : "Unexpected")} character: {Describe(start)}.");
    }

    /// <summary>Gives the number of code units of the character at an offset: 2 for a surrogate pair, 0 for half a pair.</summary>
    private int ScalarLength(int position)
    {
        var c = _text[position];
        if (!char.IsSurrogate(c))
            return 1;
        return char.IsHighSurrogate(c) && char.IsLowSurrogate(At(position + 1)) ? 2 : 0;
    }

    private char At(int position) => position < _text.Length ? _text[position] : '\0';

    private string Describe(int position)
    {
        if (position >= _text.Length)
            return "<EOF>";
        var code = ScalarLength(position) == 2 ? char.ConvertToUtf32(_text, position) : _text[position];
        if (code == '"')
            return "'\"'";
        return code is >= 0x20 and <= 0x7E ? $"\"{(char)code}\"" : $"U+{code:X4}";
    }

    private void Set(TokenKind kind, int start, int end)
    {
        Kind = kind;
        Start = start;
        End = end;
    }

    private void Fail(int tokenStart, int position, string message)
    {
        var length = position < _text.Length && _text[position] is not ('\n' or '\r') ? Math.Max(1, ScalarLength(position)) : 0;
        FailSpan(tokenStart, new SourceSpan(position, length), message);
    }

    private void FailSpan(int tokenStart, SourceSpan span, string message)
    {
        ErrorMessage = message;
        ErrorSpan = span;
        Set(TokenKind.Invalid, tokenStart, span.End);
    }
}
