using MachineMetrics.Server.Entities;

namespace MachineMetrics.Server.Seed;

/// <summary>What went wrong: downtime, alarms and rejected parts.</summary>
internal static class Stops
{
    private static readonly TimeSpan s_threshold = TimeSpan.FromMinutes(8);

    private static readonly Dictionary<string, (string Label, string Description)> s_alarms = new(StringComparer.Ordinal)
    {
        ["E-144"] = ("Coolant level low", "The coolant tank is below its lower mark"),
        ["P-017"] = ("Ram overload", "The force on the ram passed its bound"),
    };

    /// <summary>Gets the codes of alarms.</summary>
    public static IReadOnlyList<string> Alarms { get; } = [.. s_alarms.Keys];

    public static void Add(Shop shop, Machine machine, Live live, Chance chance)
    {
        foreach (var span in machine.StateIntervals.Where(IsDowntime).ToList())
        {
            var type = chance.Percent(20) ? null : chance.Pick(shop.AnnotationTypes.Where(type => type.Parent is not null).ToList());
            Annotate(shop, machine, span.StartAt, span.EndAt, type);
        }

        var since = shop.Now.AddMinutes(-live.Minutes);
        if (live.Downtime is { } name)
            Annotate(shop, machine, since, null, shop.AnnotationTypes.FirstOrDefault(type => type.Name == name));
        if (live.Alarm is { } code)
            Raise(machine, code, since);
    }

    public static void Reject(Shop shop, Machine machine, DateTimeOffset at, Chance chance) => _ = new Reject
    {
        RejectRef = shop.Company.CompanyRef * 20_000 + shop.Rejects.Count(),
        Machine = machine,
        RejectType = chance.Percent(70) ? RejectType.Scrap : RejectType.Nonconform,
        Value = 1,
        RejectedAt = at < shop.Now ? at : shop.Now,
        RejectReason = chance.Percent(10) ? null : chance.Pick(shop.RejectReasons.Where(reason => reason.Parent is not null).ToList()),
    };

    private static bool IsDowntime(StateInterval span) =>
        span is { MetricKey: Signals.Execution, Value: "STOPPED" or "INTERRUPTED", EndAt: { } end } && end - span.StartAt >= s_threshold;

    public static void Annotate(Shop shop, Machine machine, DateTimeOffset start, DateTimeOffset? end, AnnotationType? type) =>
        _ = new Annotation
        {
            AnnotationRef = shop.Company.CompanyRef * 30_000 + shop.Annotations.Count(),
            Machine = machine,
            AnnotationType = type,
            Description = type is null ? null : $"{type.Name.Split('|')[^1]} on {machine.Name}",
            StartAt = start,
            EndAt = end,
        };

    public static void Raise(Machine machine, string code, DateTimeOffset since)
    {
        var (label, description) = s_alarms[code];
        _ = new CurrentAlarm
        {
            Machine = machine, StartAt = since, NativeCode = code, Label = label, Description = description, Severity = AlarmSeverity.Fault,
        };
        _ = new AlarmInterval
        {
            Machine = machine, StartAt = since, NativeCode = code, Label = label, Description = description, Severity = AlarmSeverity.Fault,
        };
    }
}
