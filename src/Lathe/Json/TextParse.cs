using System.Buffers.Text;
using System.Globalization;

namespace Lathe.Json;

/// <summary>Parses the whole of a text; a rest that was not understood is a failure.</summary>
internal static class TextParse
{
    public static bool TryInt64(ReadOnlySpan<byte> text, out long value) =>
        Utf8Parser.TryParse(text, out value, out var consumed) && consumed == text.Length;

    public static bool TryDecimal(ReadOnlySpan<byte> text, out decimal value) =>
        Utf8Parser.TryParse(text, out value, out var consumed) && consumed == text.Length;

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
}
