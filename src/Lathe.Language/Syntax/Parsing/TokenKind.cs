namespace Lathe.Language.Syntax.Parsing;

/// <summary>The kind of a lexical token (section 2.1.6).</summary>
internal enum TokenKind : byte
{
    EndOfFile,
    Invalid,
    Name,
    Int,
    Float,
    String,
    BlockString,
    Bang,
    Dollar,
    Ampersand,
    ParenthesisOpen,
    ParenthesisClose,
    Spread,
    Colon,
    EqualsSign,
    At,
    BracketOpen,
    BracketClose,
    BraceOpen,
    Pipe,
    BraceClose,
}
