namespace Lathe.Language.Syntax.Parsing;

/// <summary>Classes of source characters (section 2.1).</summary>
internal static class Characters
{
    private const byte NameStart = 1;
    private const byte Digit = 2;
    private const byte Ignored = 4;

    private static readonly byte[] s_classes = MakeClasses();
    private static readonly TokenKind[] s_punctuators = MakePunctuators();

    internal static bool IsNameStart(char c) => c < 128 && (s_classes[c] & NameStart) != 0;

    internal static bool IsNameContinue(char c) => c < 128 && (s_classes[c] & (NameStart | Digit)) != 0;

    internal static bool IsDigit(char c) => (uint)(c - '0') <= 9;

    /// <summary>Tells white space, line ends, commas and byte order marks; comments are tokens of their own.</summary>
    internal static bool IsIgnored(char c) => c < 128 ? (s_classes[c] & Ignored) != 0 : c == '\uFEFF';

    /// <summary>Gives the kind of a punctuator of one character, or <see cref="TokenKind.Invalid"/>.</summary>
    internal static TokenKind Punctuator(char c) => c < 128 ? s_punctuators[c] : TokenKind.Invalid;

    /// <summary>Gives the value of a hexadecimal digit, or -1.</summary>
    internal static int HexValue(char c)
    {
        if (IsDigit(c))
            return c - '0';
        var lower = c | 0x20;
        return lower is >= 'a' and <= 'f' && c < 128 ? lower - 'a' + 10 : -1;
    }

    private static byte[] MakeClasses()
    {
        var classes = new byte[128];
        for (var c = 'a'; c <= 'z'; c++)
            classes[c] = classes[c - 32] = NameStart;
        classes['_'] = NameStart;
        for (var c = '0'; c <= '9'; c++)
            classes[c] = Digit;
        foreach (var c in " \t\r\n,")
            classes[c] = Ignored;
        return classes;
    }

    private static TokenKind[] MakePunctuators()
    {
        var kinds = new TokenKind[128];
        for (var i = 0; i < kinds.Length; i++)
            kinds[i] = TokenKind.Invalid;
        kinds['!'] = TokenKind.Bang;
        kinds['$'] = TokenKind.Dollar;
        kinds['&'] = TokenKind.Ampersand;
        kinds['('] = TokenKind.ParenthesisOpen;
        kinds[')'] = TokenKind.ParenthesisClose;
        kinds[':'] = TokenKind.Colon;
        kinds['='] = TokenKind.EqualsSign;
        kinds['@'] = TokenKind.At;
        kinds['['] = TokenKind.BracketOpen;
        kinds[']'] = TokenKind.BracketClose;
        kinds['{'] = TokenKind.BraceOpen;
        kinds['|'] = TokenKind.Pipe;
        kinds['}'] = TokenKind.BraceClose;
        return kinds;
    }
}
