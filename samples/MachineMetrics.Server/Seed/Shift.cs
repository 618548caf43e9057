namespace MachineMetrics.Server.Seed;

/// <summary>A shift of one day. Hours outside of all shifts belong to none.</summary>
internal sealed record Shift(int Number, string Name, DateTimeOffset StartAt, DateTimeOffset EndAt)
{
    /// <summary>Gets the shifts of a day that begins at midnight.</summary>
    public static Shift[] Of(DateTimeOffset day) =>
    [
        new(1, "Day", day.AddHours(6), day.AddHours(14)),
        new(2, "Evening", day.AddHours(14), day.AddHours(22)),
    ];
}
