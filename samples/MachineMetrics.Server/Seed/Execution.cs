using MachineMetrics.Server.Entities;

namespace MachineMetrics.Server.Seed;

/// <summary>What a controller executed: cycles and pauses within shifts, rest outside of them.</summary>
internal static class Execution
{
    // How much of its usual time a machine of a shop that is always open cuts, in percent, from Sunday on.
    private static readonly int[] s_week = [62, 96, 108, 103, 91, 100, 78];

    public static void Add(Machine machine, MachineProfile profile, Shop shop, DateTimeOffset end, Chance chance)
    {
        for (var at = shop.Since; at < end;)
        {
            var works = profile.LightsOut || shop.RunsAtNight || at.Hour is >= 6 and < 22;
            at = works ? Cycle(machine, profile, shop, at, end, chance) : Rest(machine, at, end);
        }
    }

    private static DateTimeOffset Cycle(Machine machine, MachineProfile profile, Shop shop, DateTimeOffset at, DateTimeOffset end, Chance chance)
    {
        var minutes = chance.Between(18, 64);
        var utilization = shop.RunsAtNight ? profile.Utilization * s_week[(int)at.DayOfWeek] / 100 : profile.Utilization;
        var pause = Math.Max(1, minutes * (100 - utilization) / utilization + chance.Between(-3, 3));
        var (stop, next) = (Earlier(at.AddMinutes(minutes), end), Earlier(at.AddMinutes(minutes + pause), end));
        Timeline.AddSpan(machine, Signals.Execution, "ACTIVE", at, stop);
        Timeline.AddSpan(machine, Signals.Cutting, "CUT", at + (stop - at) * 0.12, stop);
        if (stop < next)
            Timeline.AddSpan(machine, Signals.Execution, pause > 12 ? "STOPPED" : "INTERRUPTED", stop, next);
        return next;
    }

    private static DateTimeOffset Rest(Machine machine, DateTimeOffset at, DateTimeOffset end)
    {
        var midnight = new DateTimeOffset(at.Date, TimeSpan.Zero);
        var stop = Earlier(at.Hour < 6 ? midnight.AddHours(6) : midnight.AddDays(1), end);
        Timeline.AddSpan(machine, Signals.Execution, "UNAVAILABLE", at, stop);
        return stop;
    }

    private static DateTimeOffset Earlier(DateTimeOffset left, DateTimeOffset right) => left < right ? left : right;
}
