using System.Globalization;

namespace ShopFloor.Web.Reading;

/// <summary>A range of days, both ends included. Days are those of UTC, as the report's are.</summary>
public readonly record struct Days(DateOnly First, DateOnly Last)
{
    /// <summary>The longest range that is asked for at once.</summary>
    public const int Most = 92;

    public int Count => Last.DayNumber - First.DayNumber + 1;

    public DateTimeOffset Start => new(First.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    /// <summary>Gets the instant after the last day.</summary>
    public DateTimeOffset End => new(Last.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    public static Days UpTo(DateOnly last, int count) => new(last.AddDays(1 - count), last);

    /// <summary>Reads two dates as forms write them; null where they are none, or are not a range.</summary>
    public static Days? Parse(string? first, string? last) =>
        Read(first) is { } from && Read(last) is { } to && new Days(from, to) is { Count: >= 1 and <= Most } days ? days : null;

    private static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
