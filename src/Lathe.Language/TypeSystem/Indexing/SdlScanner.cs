using Lathe.Language.Syntax.Parsing;

namespace Lathe.Language.TypeSystem.Indexing;

/// <summary>
/// Moves over SDL without parsing it. What it skips it looks at only for what could hide a bracket: strings and comments.
/// A method that returns false has met something irregular; then the parser is asked.
/// </summary>
internal sealed class SdlScanner
{
    private static readonly char[] s_bodyMarks = ['{', '}', '"', '#'];
    private static readonly char[] s_argumentMarks = ['(', ')', '"', '#'];
    private static readonly char[] s_stringMarks = ['"', '\\', '\n', '\r'];
    private static readonly char[] s_lineEnds = ['\n', '\r'];

    private readonly string _text;

    internal SdlScanner(string text) => _text = text;

    internal int Position { get; set; }

    /// <summary>Gets the character at the position, or NUL at the end of the text.</summary>
    internal char Current => Position < _text.Length ? _text[Position] : '\0';

    internal bool IsAtEnd => Position >= _text.Length;

    internal void SkipIgnored()
    {
        var text = _text;
        var position = Position;
        while (position < text.Length)
        {
            var c = text[position];
            if (Characters.IsIgnored(c))
                position++;
            else if (c == '#')
                position = IndexOfAny(s_lineEnds, position);
            else
                break;
        }

        Position = position;
    }

    /// <summary>Moves over a name and gives its length, 0 where there is none.</summary>
    internal int SkipName()
    {
        var text = _text;
        var start = Position;
        if (start >= text.Length || !Characters.IsNameStart(text[start]))
            return 0;
        var end = start + 1;
        while (end < text.Length && Characters.IsNameContinue(text[end]))
            end++;
        Position = end;
        return end - start;
    }

    /// <summary>Moves over a string or block string that begins at the position.</summary>
    internal bool TrySkipString()
    {
        var end = EndOfString(Position);
        Position = end < 0 ? Position : end;
        return end >= 0;
    }

    /// <summary>Moves over braces and all that they hold.</summary>
    internal bool TrySkipBody() => TrySkipBrackets(s_bodyMarks);

    /// <summary>Moves over parentheses and all that they hold.</summary>
    internal bool TrySkipArguments() => TrySkipBrackets(s_argumentMarks);

    private bool TrySkipBrackets(char[] marks)
    {
        var text = _text;
        var depth = 0;
        var position = Position;
        do
        {
            position = text.IndexOfAny(marks, position);
            if (position < 0)
                return false;
            var c = text[position];
            if (c == '"')
                position = EndOfString(position);
            else if (c == '#')
                position = IndexOfAny(s_lineEnds, position);
            else
                depth += c == marks[0] ? Next(ref position, 1) : Next(ref position, -1);
            if (position < 0)
                return false;
        }
        while (depth > 0 && position < text.Length);
        Position = position;
        return depth == 0;
    }

    private static int Next(ref int position, int change)
    {
        position++;
        return change;
    }

    private int EndOfString(int start)
    {
        var text = _text;
        if (IsQuote(start + 1))
            return IsQuote(start + 2) ? EndOfBlockString(start + 3) : start + 2;
        var position = start + 1;
        while (true)
        {
            position = IndexOfAny(s_stringMarks, position);
            if (position >= text.Length || text[position] is '\n' or '\r')
                return -1;
            if (text[position] == '"')
                return position + 1;
            position += 2;
            if (position > text.Length)
                return -1;
        }
    }

    private int EndOfBlockString(int position)
    {
        var text = _text;
        while (true)
        {
            position = text.IndexOf('"', position);
            if (position < 0)
                return -1;
            if (!IsQuote(position + 1) || !IsQuote(position + 2))
                position++;
            else if (text[position - 1] == '\\')
                position += 3;
            else
                return position + 3;
        }
    }

    private bool IsQuote(int position) => position < _text.Length && _text[position] == '"';

    private int IndexOfAny(char[] marks, int start)
    {
        var index = _text.IndexOfAny(marks, start);
        return index < 0 ? _text.Length : index;
    }
}
