using System.Globalization;
using System.Runtime.CompilerServices;

namespace Lathe.Json;

public ref partial struct JsonCursor
{
    private const int SecondsLength = 19;

    /// <summary>Reads an ISO 8601 date and time; without an offset it is UTC, whatever the machine's time zone.</summary>
    /// <returns>The date and time.</returns>
    /// <exception cref="GraphQLReadException">The next value is not such a string.</exception>
    public DateTimeOffset ReadDateTimeOffset()
    {
        if (TryPlainDateTime(out var plain))
            return plain;
        if (SkippedWhiteSpace())
            return ReadDateTimeOffset();

        var start = _position;
        var reader = ReadText("a date and time");
        // The library assumes the machine's time zone for a time without an offset.
        if (reader.TryGetDateTime(out var local) && local.Kind == DateTimeKind.Unspecified)
            return new DateTimeOffset(local, TimeSpan.Zero);
        return reader.TryGetDateTimeOffset(out var unusual) ? unusual : throw BadText(start, "a date and time (ISO 8601)");
    }

    /// <summary>Reads an ISO 8601 date and time: one with an offset as UTC, one without as it is, of no kind.</summary>
    /// <returns>The date and time.</returns>
    /// <exception cref="GraphQLReadException">The next value is not such a string.</exception>
    public DateTime ReadDateTime()
    {
        Peek();
        var start = _position;
        var reader = ReadText("a date and time");
        if (!reader.TryGetDateTime(out var value))
            throw BadText(start, "a date and time (ISO 8601)");
        // The library converts another offset to the machine's time zone.
        return value.Kind == DateTimeKind.Local && reader.TryGetDateTimeOffset(out var instant) ? instant.UtcDateTime : value;
    }

    /// <summary>Reads a date: <c>yyyy-MM-dd</c>.</summary>
    /// <returns>The date.</returns>
    /// <exception cref="GraphQLReadException">The next value is not such a string.</exception>
    public DateOnly ReadDate()
    {
        Peek();
        var start = _position;
        var text = ReadString();
        return DateOnly.TryParseExact(text, "yyyy'-'MM'-'dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value
            : throw BadText(start, "a date (yyyy-MM-dd)");
    }

    /// <summary>Reads a time of day: <c>HH:mm[:ss[.fffffff]]</c>.</summary>
    /// <returns>The time.</returns>
    /// <exception cref="GraphQLReadException">The next value is not such a string.</exception>
    public TimeOnly ReadTime()
    {
        Peek();
        var start = _position;
        return TextParse.TryTime(ReadString(), out var value) ? value : throw BadText(start, "a time of day (HH:mm:ss)");
    }

    /// <summary>Reads an ISO 8601 duration of fixed length such as <c>PT1H30M</c>, or <c>[d.]hh:mm:ss[.fffffff]</c>.</summary>
    /// <returns>The duration.</returns>
    /// <exception cref="GraphQLReadException">The next value is not such a string.</exception>
    public TimeSpan ReadTimeSpan()
    {
        Peek();
        var start = _position;
        return TextParse.TryDuration(ReadString(), out var value) ? value : throw BadText(start, "a duration (ISO 8601)");
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryPlainDateTime(out DateTimeOffset value)
    {
        value = default;
        var json = _json[_position..];
        if (!TryFixedDateTime(json, out var ticks, out var length) || !TryFixedOffset(json[length..], ref length, out var offset))
            return false;
        _position += length;
        value = new DateTimeOffset(ticks, offset);
        return true;
    }

    // Reads "yyyy-MM-ddTHH:mm:ss[.fffffff] with its opening quote; length is what was read.
    internal static bool TryFixedDateTime(ReadOnlySpan<byte> json, out long ticks, out int length)
    {
        (ticks, length) = (0, SecondsLength + 1);
        if (json.Length < SecondsLength + 3 || json[0] != '"')
            return false;
        var text = json.Slice(1, SecondsLength);
        if (text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':')
            return false;
        var year = (Two(text, 0) * 100) + Two(text, 2);
        var (month, day) = (Two(text, 5), Two(text, 8));
        var (hour, minute, second) = (Two(text, 11), Two(text, 14), Two(text, 17));
        // The first and last years are left to the library: an offset could leave the range.
        if (year is < 2 or > 9998 || month is < 1 or > 12 || day < 1 || (day > 28 && day > DateTime.DaysInMonth(year, month))
            || (uint)hour > 23 || (uint)minute > 59 || (uint)second > 59)
            return false;
        ticks = new DateTime(year, month, day, hour, minute, second).Ticks;
        return json[length] != '.' || TryFraction(json, ref ticks, ref length);
    }

    private static bool TryFraction(ReadOnlySpan<byte> json, ref long ticks, ref int length)
    {
        var (fraction, unit) = (0L, TimeSpan.TicksPerSecond);
        var position = length + 1;
        for (; position < json.Length && (uint)(json[position] - '0') <= 9 && unit > 1; position++)
        {
            unit /= 10;
            fraction += (json[position] - '0') * unit;
        }

        var hasDigits = position > length + 1;
        (ticks, length) = (ticks + fraction, position);
        return hasDigits;
    }

    // Reads Z" or +hh:mm" and adds what was read to the length.
    internal static bool TryFixedOffset(ReadOnlySpan<byte> json, ref int length, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (json.Length >= 2 && json[0] == 'Z' && json[1] == '"')
        {
            length += 2;
            return true;
        }

        if (json.Length < 7 || json[0] is not ((byte)'+' or (byte)'-') || json[3] != ':' || json[6] != '"')
            return false;
        var (hours, minutes) = (Two(json, 1), Two(json, 4));
        if ((uint)hours > 13 || (uint)minutes > 59)
            return false;
        var total = (hours * TimeSpan.TicksPerHour) + (minutes * TimeSpan.TicksPerMinute);
        offset = new TimeSpan(json[0] == '-' ? -total : total);
        length += 7;
        return true;
    }

    // Two digits as a number; a large negative number when one of them is not a digit.
    private static int Two(ReadOnlySpan<byte> text, int index)
    {
        var (tens, ones) = ((uint)(text[index] - '0'), (uint)(text[index + 1] - '0'));
        return tens <= 9 && ones <= 9 ? (int)((tens * 10) + ones) : -10_000;
    }
}
