namespace Lathe.Language.Fixes;

/// <summary>Looks around in a text: white space, commas, comments and lines between tokens (specification, section 2.1).</summary>
internal static class SourceLines
{
    public static bool IsBlank(char unit) => unit is ' ' or '\t' or ',' or '\uFEFF';

    public static bool IsLineEnd(char unit) => unit is '\r' or '\n';

    public static bool IsNamePart(char unit) => unit is '_' or (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    /// <summary>Finds the first code unit behind the blanks that start at an offset.</summary>
    public static int SkipBlanks(string text, int offset)
    {
        while (offset < text.Length && IsBlank(text[offset]))
            offset++;
        return offset;
    }

    /// <summary>Finds the end of the blanks before an offset, seen backwards.</summary>
    public static int SkipBlanksBack(string text, int offset)
    {
        while (offset > 0 && IsBlank(text[offset - 1]))
            offset--;
        return offset;
    }

    /// <summary>Finds the end of the line that an offset is in, its line end not included.</summary>
    public static int EndOfLine(string text, int offset)
    {
        while (offset < text.Length && !IsLineEnd(text[offset]))
            offset++;
        return offset;
    }

    /// <summary>Finds the first code unit behind a line end.</summary>
    public static int SkipLineEnd(string text, int offset)
    {
        if (offset < text.Length && text[offset] == '\r')
            offset++;
        return offset < text.Length && text[offset] == '\n' ? offset + 1 : offset;
    }

    /// <summary>Tells whether nothing but blanks stands before an offset in its line.</summary>
    public static bool StartsLine(string text, int offset)
    {
        var start = SkipBlanksBack(text, offset);
        return start == 0 || IsLineEnd(text[start - 1]);
    }

    /// <summary>Finds a punctuator outside of comments.</summary>
    /// <returns>Its offset; -1 where it is not there.</returns>
    public static int Find(string text, int start, int end, char punctuator)
    {
        for (var offset = start; offset < end; offset++)
        {
            if (text[offset] == punctuator)
                return offset;
            if (text[offset] == '#')
                offset = EndOfLine(text, offset);
        }

        return -1;
    }
}
