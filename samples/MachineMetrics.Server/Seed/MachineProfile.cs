namespace MachineMetrics.Server.Seed;

/// <summary>What a machine does at the instant at which the shop stands still.</summary>
/// <param name="Execution">The value of the metric MasterExecution.</param>
/// <param name="Minutes">How long it has had that value.</param>
/// <param name="Downtime">Null when the machine is not down, otherwise the downtime's type, or "" when nobody gave one.</param>
/// <param name="Alarm">The code of the active alarm, or null.</param>
internal sealed record Live(string Execution, int Minutes, string? Downtime = null, string? Alarm = null);

/// <summary>A machine, and how it behaves over the days.</summary>
/// <param name="Utilization">How much of a shift it cuts, in percent.</param>
/// <param name="LightsOut">Whether it runs through the night.</param>
internal sealed record MachineProfile(
    int Ref, string Name, string Make, string Model, string Type, int Utilization, int Rpm, Live Live, bool LightsOut = false, bool Retired = false);

/// <summary>The machines of the two shops.</summary>
internal static class MachineProfiles
{
    private const string Lathe = "Lathe";
    private const string Mill = "Vertical mill";
    private const string Horizontal = "Horizontal mill";

    public static readonly MachineProfile[] Ridgeline =
    [
        new(101, "Lathe 1", "Mazak", "QT-250", Lathe, 74, 2200, new("ACTIVE", 26)),
        new(102, "Lathe 2", "Mazak", "QT-250", Lathe, 61, 2200, new("INTERRUPTED", 17, "Unplanned|Tool change")),
        new(103, "Lathe 3", "Haas", "ST-20Y", Lathe, 68, 2600, new("ACTIVE", 9)),
        new(104, "Lathe 4", "Okuma", "LB3000", Lathe, 45, 1900, new("STOPPED", 68, "Planned|Maintenance")),
        new(105, "Lathe 5", "Doosan", "Puma 240", Lathe, 0, 0, new("UNAVAILABLE", 0), Retired: true),
        new(201, "Mill 1", "Haas", "VF-2", Mill, 66, 7400, new("ACTIVE", 41)),
        new(202, "Mill 2", "Haas", "VF-4", Mill, 58, 6800, new("STOPPED", 33, "", "E-144")),
        new(203, "Mill 3", "DMG MORI", "NHX 4000", Horizontal, 82, 9800, new("ACTIVE", 112), LightsOut: true),
        new(204, "Mill 4", "Makino", "a51nx", Horizontal, 85, 11200, new("ACTIVE", 74), LightsOut: true),
        new(205, "5-Axis 1", "Hermle", "C 400", "Five-axis mill", 63, 12500, new("INTERRUPTED", 6, "Unplanned|Waiting for material")),
        new(301, "Grinder 1", "Studer", "S33", "Cylindrical grinder", 49, 1500, new("ACTIVE", 14)),
        new(302, "Press 1", "Bruderer", "BSTA 510", "Stamping press", 71, 900, new("STOPPED", 52, "Unplanned|Quality hold", "P-017")),
    ];

    public static readonly MachineProfile[] HarborGear =
    [
        new(901, "Hobber 1", "Gleason", "Genesis 260", "Gear hobber", 69, 800, new("ACTIVE", 33)),
        new(902, "Hobber 2", "Liebherr", "LC 180", "Gear hobber", 72, 850, new("STOPPED", 21, "Planned|Changeover")),
    ];
}
