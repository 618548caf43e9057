namespace Lathe.Language.Syntax.Parsing;

/// <summary>An escape sequence in a string (section 2.10.4).</summary>
internal static class EscapeSequence
{
    private const string Letters = "\"\\/bfnrt";
    private const string Meanings = "\"\\/\b\f\n\r\t";

    // \u{0000000} is as long as a sequence may get.
    private const int LongestBraced = 12;

    /// <summary>Reads the sequence that begins with a backslash at a position.</summary>
    /// <returns>Its length, or the negated length of what cannot be read.</returns>
    internal static int Read(string text, int position, out int codePoint)
    {
        codePoint = 0;
        var letter = At(text, position + 1);
        if (letter == 'u')
            return At(text, position + 2) == '{' ? ReadBraced(text, position, out codePoint) : ReadFixed(text, position, out codePoint);
        var index = letter == '\0' ? -1 : Letters.IndexOf(letter);
        if (index < 0)
            return -2;
        codePoint = Meanings[index];
        return 2;
    }

    private static int ReadBraced(string text, int position, out int codePoint)
    {
        codePoint = 0;
        var size = 3;
        while (size < LongestBraced)
        {
            var c = At(text, position + size++);
            if (c == '}')
                return size >= 5 && IsScalar(codePoint) ? size : -size;
            var digit = Characters.HexValue(c);
            if (digit < 0 || codePoint > 0x7FFFFFF)
                return -size;
            codePoint = (codePoint << 4) | digit;
        }

        return -size;
    }

    private static int ReadFixed(string text, int position, out int codePoint)
    {
        codePoint = ReadHex4(text, position + 2);
        if (codePoint >= 0 && IsScalar(codePoint))
            return 6;
        if (codePoint is >= 0xD800 and <= 0xDBFF && At(text, position + 6) == '\\' && At(text, position + 7) == 'u')
        {
            var low = ReadHex4(text, position + 8);
            if (low is >= 0xDC00 and <= 0xDFFF)
            {
                codePoint = char.ConvertToUtf32((char)codePoint, (char)low);
                return 12;
            }
        }

        return -6;
    }

    private static int ReadHex4(string text, int position)
    {
        var value = 0;
        for (var i = 0; i < 4; i++)
        {
            var digit = Characters.HexValue(At(text, position + i));
            if (digit < 0)
                return -1;
            value = (value << 4) | digit;
        }

        return value;
    }

    private static bool IsScalar(int code) => code is (>= 0 and < 0xD800) or (> 0xDFFF and <= 0x10FFFF);

    private static char At(string text, int position) => position < text.Length ? text[position] : '\0';
}
