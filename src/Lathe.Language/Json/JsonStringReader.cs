using System.Globalization;
using System.Text;
using Lathe.Language.Text;

namespace Lathe.Language.Json;

/// <summary>Reads strings. Short ones without escapes are shared: an introspection result repeats a few names many thousand times.</summary>
internal sealed class JsonStringReader(string text)
{
    private const int CacheSize = 1024;
    private const int LongestShared = 40;
    private readonly string?[] _cache = new string?[CacheSize];
    private StringBuilder? _builder;

    public string? Fault { get; private set; }

    /// <summary>Gets the range of the last string, or of the fault in it.</summary>
    public SourceSpan Span { get; private set; }

    /// <summary>Reads the string whose opening quote is at an offset.</summary>
    public string? Read(int start)
    {
        var hash = 2166136261;
        var position = start + 1;
        for (; position < text.Length; position++)
        {
            var unit = text[position];
            if (unit == '"')
                return Finish(start, position, hash);
            if (unit is '\\' or < ' ')
                break;
            hash = (hash ^ unit) * 16777619;
        }

        return ReadEscaped(start, position);
    }

    private string Finish(int start, int end, uint hash)
    {
        Span = SourceSpan.FromBounds(start, end + 1);
        var length = end - start - 1;
        if (length == 0)
            return string.Empty;
        if (length > LongestShared)
            return text.Substring(start + 1, length);
        ref var slot = ref _cache[hash % CacheSize];
        if (slot is null || slot.Length != length || string.CompareOrdinal(slot, 0, text, start + 1, length) != 0)
            slot = text.Substring(start + 1, length);
        return slot;
    }

    private string? ReadEscaped(int start, int position)
    {
        var builder = (_builder ??= new StringBuilder()).Clear().Append(text, start + 1, position - start - 1);
        while (position < text.Length)
        {
            var unit = text[position];
            if (unit == '"')
            {
                Span = SourceSpan.FromBounds(start, position + 1);
                return builder.ToString();
            }

            if (unit is '\n' or '\r')
                return Fail(start, 1, "A string is not closed on its line. Add '\"' at its end; a line break in it is written \\n.");
            if (unit < ' ')
                return Fail(position, 1, $"A string holds the control character U+{(int)unit:X4}. Write it as \\u{(int)unit:X4}.");
            if (unit != '\\')
            {
                builder.Append(unit);
                position++;
            }
            else if (!ReadEscape(builder, ref position))
            {
                return null;
            }
        }

        return Fail(start, 1, "A string is not closed. Add '\"' at its end.");
    }

    private bool ReadEscape(StringBuilder builder, ref int position)
    {
        var escape = position + 1 < text.Length ? text[position + 1] : '\0';
        var index = "\"\\/bfnrt".IndexOf(escape);
        if (index >= 0)
        {
            builder.Append("\"\\/\b\f\n\r\t"[index]);
            position += 2;
            return true;
        }

        if (escape == 'u' && TryReadHex(position + 2, out var unit))
        {
            builder.Append(unit);
            position += 6;
            return true;
        }

        Fail(
            position,
            Math.Min(2, text.Length - position),
            "A backslash must be followed by one of \" \\ / b f n r t, or u and four hexadecimal digits.");
        return false;
    }

    private bool TryReadHex(int start, out char unit)
    {
        unit = '\0';
        if (start + 4 > text.Length)
            return false;
        var digits = text.Substring(start, 4);
        if (!ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            return false;
        unit = (char)value;
        return true;
    }

    private string? Fail(int start, int length, string message)
    {
        (Fault, Span) = (message, new SourceSpan(start, length));
        return null;
    }
}
