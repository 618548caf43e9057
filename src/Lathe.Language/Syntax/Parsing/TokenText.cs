namespace Lathe.Language.Syntax.Parsing;

/// <summary>Names tokens in messages.</summary>
internal static class TokenText
{
    internal static string Describe(TokenKind kind) => kind switch
    {
        TokenKind.EndOfFile => "<EOF>",
        TokenKind.Bang => "\"!\"",
        TokenKind.Dollar => "\"$\"",
        TokenKind.Ampersand => "\"&\"",
        TokenKind.ParenthesisOpen => "\"(\"",
        TokenKind.ParenthesisClose => "\")\"",
        TokenKind.Spread => "\"...\"",
        TokenKind.Colon => "\":\"",
        TokenKind.EqualsSign => "\"=\"",
        TokenKind.At => "\"@\"",
        TokenKind.BracketOpen => "\"[\"",
        TokenKind.BracketClose => "\"]\"",
        TokenKind.BraceOpen => "\"{\"",
        TokenKind.Pipe => "\"|\"",
        TokenKind.BraceClose => "\"}\"",
        _ => kind.ToString(),
    };

    internal static string Describe(TokenKind kind, string text, int start, int end)
    {
        var value = kind switch
        {
            TokenKind.Name or TokenKind.Int or TokenKind.Float => text.Substring(start, end - start),
            TokenKind.String => StringLiteral.ReadQuoted(text, start, end),
            TokenKind.BlockString => StringLiteral.ReadBlock(text, start, end),
            _ => null,
        };
        return value is null ? Describe(kind) : $"{kind} \"{OneLine.Of(value)}\"";
    }
}
