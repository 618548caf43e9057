using MachineMetrics.Server.Entities;

namespace MachineMetrics.Server.Seed;

/// <summary>What a controller executed: cycles and pauses within shifts, rest outside of them.</summary>
internal static class Execution
{
    public static void Add(Machine machine, MachineProfile profile, DateTimeOffset begin, DateTimeOffset end, Chance chance)
    {
        for (var at = begin; at < end;)
        {
            var works = profile.LightsOut || at.Hour is >= 6 and < 22;
            at = works ? Cycle(machine, profile, at, end, chance) : Rest(machine, at, end);
        }
    }

    private static DateTimeOffset Cycle(Machine machine, MachineProfile profile, DateTimeOffset at, DateTimeOffset end, Chance chance)
    {
        var minutes = chance.Between(18, 64);
        var pause = Math.Max(1, minutes * (100 - profile.Utilization) / profile.Utilization + chance.Between(-3, 3));
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
