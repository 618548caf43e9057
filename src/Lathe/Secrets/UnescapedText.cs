using System.Globalization;
using System.Text;

namespace Lathe.Secrets;

/// <summary>A text without one layer of escapes (percent, JSON, HTML), which knows where each of its characters stood.</summary>
internal sealed class UnescapedText
{
    private readonly List<int>? _starts;

    public UnescapedText(string text) => Text = text;

    private UnescapedText(string text, List<int> starts) => (Text, _starts) = (text, starts);

    public string Text { get; }

    /// <summary>Gets where a part of this text stands in the original one.</summary>
    public Range Original(int start, int end) => _starts is null ? start..end : _starts[start].._starts[end];

    /// <summary>Undoes the next layer; null when nothing is escaped.</summary>
    public UnescapedText? Unescape()
    {
        var at = Text.AsSpan().IndexOfAny('%', '\\', '&');
        if (at < 0)
            return null;
        var plain = new StringBuilder(Text.Length);
        var starts = new List<int>(Text.Length + 1);
        var isEscaped = false;
        for (at = 0; at < Text.Length;)
        {
            starts.Add(Start(at));
            var length = Read(Text.AsSpan(at), out var character);
            isEscaped |= length > 1;
            plain.Append(character);
            at += length;
        }

        starts.Add(Start(Text.Length));
        return isEscaped ? new UnescapedText(plain.ToString(), starts) : null;
    }

    private int Start(int index) => _starts is null ? index : _starts[index];

    private static int Read(ReadOnlySpan<char> text, out char character)
    {
        character = text[0];
        return text switch
        {
            ['%', ..] => ReadHex(text, 1, 2, ref character),
            ['\\', 'u', ..] => ReadHex(text, 2, 4, ref character),
            ['\\', 'x', ..] => ReadHex(text, 2, 2, ref character),
            ['\\', '/' or '\\' or '"' or '\'', ..] => Take(text[1], 2, ref character),
            ['&', '#', ..] => ReadNumber(text, ref character),
            ['&', ..] => ReadName(text, ref character),
            _ => 1,
        };
    }

    private static int ReadHex(ReadOnlySpan<char> text, int start, int count, ref char character) =>
        text.Length >= start + count
            && ushort.TryParse(text.Slice(start, count), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? Take((char)code, start + count, ref character)
            : 1;

    private static int ReadNumber(ReadOnlySpan<char> text, ref char character)
    {
        var end = text[..Math.Min(text.Length, 10)].IndexOf(';');
        if (end < 3)
            return 1;
        var isHex = text[2] is 'x' or 'X';
        var digits = isHex ? text[3..end] : text[2..end];
        return ushort.TryParse(digits, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            ? Take((char)code, end + 1, ref character)
            : 1;
    }

    private static int ReadName(ReadOnlySpan<char> text, ref char character) => text switch
    {
        ['&', 'a', 'm', 'p', ';', ..] => Take('&', 5, ref character),
        ['&', 'l', 't', ';', ..] => Take('<', 4, ref character),
        ['&', 'g', 't', ';', ..] => Take('>', 4, ref character),
        ['&', 'q', 'u', 'o', 't', ';', ..] => Take('"', 6, ref character),
        ['&', 'a', 'p', 'o', 's', ';', ..] => Take('\'', 6, ref character),
        _ => 1,
    };

    private static int Take(char value, int length, ref char character)
    {
        character = value;
        return length;
    }
}
