using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace Lathe.Json;

/// <summary>Parses the whole of a text; a rest that was not understood is a failure.</summary>
internal static class TextParse
{
    // No useful number is longer. A longer one is refused before it is copied.
    private const int MaxNumberLength = 512;

    // Parsing takes time quadratic in the length: a hostile server must not choose it.
    private const int MaxBigIntegerLength = 10_000;

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

    /// <summary>Reads the digits of an integer, a JSON number or text; at most 10,000 of them.</summary>
    public static bool TryBigInteger(Utf8JsonReader reader, out BigInteger value)
    {
        value = default;
        var length = reader.ValueSpan.Length;
        // A digit may be written as an escape of six bytes.
        if (length > MaxBigIntegerLength * (reader.ValueIsEscaped ? 6 : 1))
            return false;
        var buffer = length <= MaxNumberLength ? stackalloc byte[MaxNumberLength] : new byte[length];
        var text = Unescape(reader, buffer);
        return text.Length <= MaxBigIntegerLength
            && BigInteger.TryParse(Encoding.UTF8.GetString(text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Tells whether a text is a JSON number, of any size.</summary>
    public static bool IsNumber(Utf8JsonReader reader)
    {
        if (reader.ValueSpan.Length > MaxNumberLength)
            return false;
        Span<byte> buffer = stackalloc byte[MaxNumberLength];
        var number = new Utf8JsonReader(Unescape(reader, buffer));
        try
        {
            return number.Read() && number.TokenType == JsonTokenType.Number && !number.Read();
        }
        catch (JsonException)
        {
            return false;
        }
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

    // Text that is not valid Unicode is no number. Empty text stands for that.
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
