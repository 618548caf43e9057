using System.Globalization;
using System.Text;

namespace Lathe.Json;

/// <summary>
/// Parses ISO 8601 durations that have a fixed length. Years and months have none and are refused, as is a fraction of
/// anything but seconds.
/// </summary>
internal static class IsoDuration
{
    private const string DateUnits = "WD";
    private const string TimeUnits = "HMS";

    /// <summary>Writes days, hours, minutes and seconds, such as <c>P1DT2H0.5S</c>.</summary>
    public static string Format(TimeSpan value)
    {
        // The smallest duration has no positive counterpart; decimals hold both.
        var ticks = Math.Abs((decimal)value.Ticks);
        var days = Math.Floor(ticks / TimeSpan.TicksPerDay);
        var rest = new TimeSpan((long)(ticks % TimeSpan.TicksPerDay));
        var text = new StringBuilder(value.Ticks < 0 ? "-P" : "P");
        Append(text, days, "D");
        if (rest == TimeSpan.Zero)
            return days == 0 ? "PT0S" : text.ToString();
        text.Append('T');
        Append(text, rest.Hours, "H");
        Append(text, rest.Minutes, "M");
        Append(text, (rest.Ticks % TimeSpan.TicksPerMinute) / (decimal)TimeSpan.TicksPerSecond, "S");
        return text.ToString();
    }

    /// <summary>Parses what follows the <c>P</c>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, bool negative, out TimeSpan value)
    {
        value = default;
        var split = text.IndexOf('T');
        var date = split < 0 ? text : text[..split];
        var time = split < 0 ? default : text[(split + 1)..];
        if (text.IsEmpty || (split >= 0 && time.IsEmpty))
            return false;
        decimal ticks = 0;
        if (!TryAdd(date, DateUnits, ref ticks) || !TryAdd(time, TimeUnits, ref ticks))
            return false;
        ticks = negative ? -ticks : ticks;
        if (ticks < long.MinValue || ticks > long.MaxValue)
            return false;
        value = new TimeSpan((long)ticks);
        return true;
    }

    private static void Append(StringBuilder text, decimal number, string unit)
    {
        if (number != 0)
            text.Append(number.ToString(CultureInfo.InvariantCulture)).Append(unit);
    }

    // Each unit may occur once, larger ones first.
    private static bool TryAdd(ReadOnlySpan<char> text, string units, ref decimal ticks)
    {
        while (!text.IsEmpty)
        {
            var length = text.IndexOfAnyExceptInRange('0', '9');
            if (length > 0 && text[length] is '.' or ',')
                length = FractionEnd(text, length);
            if (length <= 0 || length >= text.Length || length > 20)
                return false;
            var unit = units.IndexOf(text[length], StringComparison.Ordinal);
            if (unit < 0 || !TryNumber(text[..length], text[length], out var number))
                return false;
            ticks += number * TicksOf(text[length]);
            units = units[(unit + 1)..];
            text = text[(length + 1)..];
        }

        return true;
    }

    private static int FractionEnd(ReadOnlySpan<char> text, int point)
    {
        var digits = text[(point + 1)..].IndexOfAnyExceptInRange('0', '9');
        return digits <= 0 ? -1 : point + 1 + digits;
    }

    private static bool TryNumber(ReadOnlySpan<char> text, char unit, out decimal number)
    {
        var normal = text.ToString().Replace(',', '.');
        var style = unit == 'S' ? NumberStyles.AllowDecimalPoint : NumberStyles.None;
        return decimal.TryParse(normal, style, CultureInfo.InvariantCulture, out number);
    }

    private static long TicksOf(char unit) => unit switch
    {
        'W' => 7 * TimeSpan.TicksPerDay,
        'D' => TimeSpan.TicksPerDay,
        'H' => TimeSpan.TicksPerHour,
        'M' => TimeSpan.TicksPerMinute,
        _ => TimeSpan.TicksPerSecond,
    };
}
