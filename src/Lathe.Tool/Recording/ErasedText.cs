using System.Globalization;
using System.Text.RegularExpressions;

namespace Lathe.Tool.Recording;

/// <summary>
/// Makes what stands in the place of erased texts: of the same form, so that it is read; the same for the same text, so that objects still
/// agree.
/// </summary>
internal sealed partial class ErasedText
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>Gets how many different texts were erased.</summary>
    public int Count => _numbers.Count;

    public string Of(string text, ErasedType type)
    {
        if (!_numbers.TryGetValue(text, out var number))
            _numbers.Add(text, number = _numbers.Count + 1);
        if (type.EnumValue is { } value)
            return value;
        return type.IsBytes ? Convert.ToBase64String(BitConverter.GetBytes(number)) : LikeOf(text, number.ToString(CultureInfo.InvariantCulture));
    }

    private static string LikeOf(string text, string number)
    {
        if (Guid.TryParse(text, out _))
            return "00000000-0000-4000-8000-" + number.PadLeft(12, '0');
        if (Date().IsMatch(text))
            return "2000-01-01";
        if (Instant().Match(text) is { Success: true } instant)
            return $"2000-01-01{instant.Groups["t"].Value}00:00:00{(instant.Groups["zone"].Success ? "Z" : string.Empty)}";
        if (Time().IsMatch(text))
            return "00:00:00";
        if (Duration().IsMatch(text))
            return "PT0S";
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            return number;
        if (text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            return $"https://example.com/erased-{number}";
        return text.Contains('@', StringComparison.Ordinal) ? $"erased-{number}@example.com" : $"erased-{number}";
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d$", RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d(?<t>[T ])\d\d:\d\d(:\d\d(\.\d+)?)?(?<zone>Z|[+-]\d\d(:?\d\d)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Instant();

    [GeneratedRegex(@"^\d\d:\d\d(:\d\d(\.\d+)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Time();

    [GeneratedRegex(@"^-?P(?=.)[\dYMDTHSW.]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Duration();
}
