using System.Globalization;
using System.Text.Json.Nodes;

namespace MachineMetrics.Server.Reports;

/// <summary>The metrics of a report: durations in milliseconds, rates as fractions of 1, null where nothing applies.</summary>
internal static class Metrics
{
    private const double Hour = 3_600_000;

    private static readonly Dictionary<string, Func<Slice, object?>> s_formulas = new(StringComparer.Ordinal)
    {
        ["actualPartTime"] = slice => Ratio(slice.TimeInCycle, slice.TotalParts),
        ["allTime"] = slice => slice.AllTime,
        ["availability"] = slice => Rate(slice, slice.RunTime, slice.NonOptionalTime),
        ["averagePartsPerHour"] = slice => Ratio(slice.TotalParts * Hour, slice.AllTime),
        ["categorizedDowntime"] = slice => slice.CategorizedDowntime,
        ["downtime"] = slice => slice.Downtime,
        ["expectedPartsPerHour"] = slice => Ratio(slice.TotalParts * Hour, slice.ExpectedPartsTime),
        ["expectedPartTime"] = slice => Ratio(slice.ExpectedPartsTime, slice.TotalParts),
        ["expectedSetupTime"] = slice => slice.ExpectedSetupTime,
        ["goodParts"] = slice => slice.GoodParts,
        ["idealPartsPerHour"] = slice => Ratio(slice.TotalParts * Hour, slice.IdealPartsTime),
        ["idealPartTime"] = slice => Ratio(slice.IdealPartsTime, slice.TotalParts),
        ["inCycleIdealParts"] = slice => Ratio(slice.TimeInCycle * slice.TotalParts, slice.IdealPartsTime),
        ["maxEndTime"] = slice => slice.EndAt,
        ["minStartTime"] = slice => slice.StartAt,
        ["nonOptionalTime"] = slice => slice.NonOptionalTime,
        ["nonconformParts"] = slice => slice.NonconformParts,
        ["nonconformRate"] = slice => Rate(slice, slice.NonconformParts, slice.TotalParts),
        ["oee"] = slice => Product(slice, slice.NonOptionalTime),
        ["oeeFailureThreshold"] = slice => slice.FailureThreshold,
        ["oeeWarningThreshold"] = slice => slice.WarningThreshold,
        ["ooe"] = slice => Product(slice, slice.AllTime),
        ["partsGoal"] = slice => slice.PartsGoal,
        ["partsGoalFailureThreshold"] = slice => slice.PartsGoal * slice.FailureThreshold,
        ["partsGoalWarningThreshold"] = slice => slice.PartsGoal * slice.WarningThreshold,
        ["performance"] = slice => Rate(slice, slice.IdealPartsTime, slice.TimeInCycle),
        ["plannedDowntime"] = slice => slice.PlannedDowntime,
        ["rejectedParts"] = slice => slice.RejectedParts,
        ["timeInCut"] = slice => slice.TimeInCut,
        ["timeInCycle"] = slice => slice.TimeInCycle,
        ["totalParts"] = slice => slice.TotalParts,
        ["utilizationRate"] = slice => Rate(slice, slice.TimeInCycle, slice.AllTime),
    };

    public static bool IsKnown(string metric) => s_formulas.ContainsKey(metric);

    public static JsonNode? Of(string metric, Slice slice) => s_formulas[metric](slice) switch
    {
        double number => JsonValue.Create(Math.Round((decimal)number, 6)),
        int count => JsonValue.Create(count),
        DateTimeOffset instant => JsonValue.Create(instant.ToString("O", CultureInfo.InvariantCulture)),
        _ => null,
    };

    // Availability, performance and quality over the time that counts.
    private static double? Product(Slice slice, double time) =>
        Rate(slice, slice.RunTime, time) * Rate(slice, slice.IdealPartsTime, slice.TimeInCycle) * Rate(slice, slice.GoodParts, slice.TotalParts);

    private static double? Rate(Slice slice, double part, double whole) => slice.HasRates ? Ratio(part, whole) : null;

    private static double? Ratio(double part, double whole) => whole > 0 ? part / whole : null;
}
