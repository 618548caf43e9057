using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;

namespace Lathe.Json;

/// <summary>Parses the whole of a text; a rest that was not understood is a failure.</summary>
internal static class TextParse
{
    // No number has more bytes that matter; a longer one is refused before it is copied.
    private const int MaxNumberLength = 512;

    public static bool TryInt64(Utf8JsonReader reader, out long value)
    {
        value = 0;
        if (reader.ValueSpan.Length > MaxNumberLength)
            return false;
        Span<byte> buffer = stackalloc byte[MaxNumberLength];
        var text = Unescape(reader, buffer);
        return Utf8Parser.TryParse(text, out value, out var consumed) && consumed == text.Length;
    }

    public static bool TryDecimal(Utf8JsonReader reader, out decimal value)
    {
        value = 0;
        if (reader.ValueSpan.Length > MaxNumberLength)
            return false;
        Span<byte> buffer = stackalloc byte[MaxNumberLength];
        var text = Unescape(reader, buffer);
        return Utf8Parser.TryParse(text, out value, out var consumed) && consumed == text.Length;
    }

    /// <summary>Reads <c>HH:mm[:ss[.fffffff]]</c>.</summary>
    public static bool TryTime(ReadOnlySpan<char> text, out TimeOnly value) =>
        TimeOnly.TryParseExact(
            text,
            ["HH':'mm':'ss", "HH':'mm':'ss'.'FFFFFFF", "HH':'mm"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out value);

    /// <summary>Reads an ISO 8601 duration of weeks, days, hours, minutes and seconds, or <c>[-][d.]hh:mm:ss[.fffffff]</c>.</summary>
    public static bool TryDuration(ReadOnlySpan<char> text, out TimeSpan value)
    {
        var unsigned = text.Length > 0 && text[0] == '-' ? text[1..] : text;
        if (unsigned.Length > 0 && unsigned[0] == 'P')
            return IsoDuration.TryParse(unsigned[1..], negative: unsigned.Length < text.Length, out value);
        return TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out value);
    }

    // Text that is not valid Unicode is no number; empty text says so.
    private static ReadOnlySpan<byte> Unescape(Utf8JsonReader reader, Span<byte> buffer)
    {
        if (!reader.ValueIsEscaped)
            return reader.ValueSpan;
        try
        {
            return buffer[..reader.CopyString(buffer)];
        }
        catch (InvalidOperationException)
        {
            return default;
        }
    }
}
