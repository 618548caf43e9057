using Lathe.Language.Text;

namespace Lathe.Language.Syntax.Parsing;

/// <content>String and block string literals (section 2.10.4).</content>
internal sealed partial class Lexer
{
    private bool _blockStringsUnterminated;

    private void ReadAnyString(int start)
    {
        if (At(start + 1) == '"' && At(start + 2) == '"')
            ReadBlockString(start);
        else
            ReadString(start);
    }

    private void ReadString(int start)
    {
        var text = _text;
        var position = start + 1;
        while (position < text.Length)
        {
            var c = text[position];
            if (c == '"')
            {
                Set(TokenKind.String, start, position + 1);
                return;
            }

            if (c is '\n' or '\r')
                break;
            var length = c == '\\' ? ReadEscape(start, position) : ScalarLength(position);
            if (length < 0)
                return;
            if (length == 0)
            {
                Fail(start, position, $"Invalid character within String: {Describe(position)}.");
                return;
            }

            position += length;
        }

        Fail(start, position, "Unterminated string.");
    }

    private void ReadBlockString(int start)
    {
        var text = _text;
        var position = start + 3;
        while (!_blockStringsUnterminated && position < text.Length)
        {
            var c = text[position];
            if (c == '"' && At(position + 1) == '"' && At(position + 2) == '"')
            {
                Set(TokenKind.BlockString, start, position + 3);
                return;
            }

            var length = c == '\\' && IsTripleQuote(position + 1) ? 4 : ScalarLength(position);
            if (length == 0)
            {
                Fail(start, position, $"Invalid character within String: {Describe(position)}.");
                return;
            }

            position += length;
        }

        // No later block string is terminated either. Without this, hostile text would cost the square of its length.
        _blockStringsUnterminated = true;
        Fail(start, text.Length, "Unterminated string.");
    }

    private bool IsTripleQuote(int position) => At(position) == '"' && At(position + 1) == '"' && At(position + 2) == '"';

    /// <summary>Gives the length of a valid escape sequence; fails and gives -1 for others.</summary>
    private int ReadEscape(int tokenStart, int position)
    {
        var length = EscapeSequence.Read(_text, position, out _);
        if (length > 0)
            return length;
        var isUnicode = At(position + 1) == 'u';
        var end = Math.Min(_text.Length, position - length);
        var kind = isUnicode ? "Unicode" : "character";
        var shown = OneLine.Of(_text.Substring(position, end - position));
        FailSpan(tokenStart, SourceSpan.FromBounds(position, end), $"Invalid {kind} escape sequence: \"{shown}\".");
        return -1;
    }
}
