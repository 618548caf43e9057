using MachineMetrics.Server.Entities;

namespace MachineMetrics.Server.Seed;

/// <summary>One machine's last days, up to the instant at which the shop stands still.</summary>
internal static class Timeline
{
    public static void Add(Shop shop, Machine machine, MachineProfile profile, Chance chance)
    {
        var begin = shop.Since;
        var liveSince = shop.Now.AddMinutes(-profile.Live.Minutes);
        for (var day = begin; day <= shop.Today; day = day.AddDays(1))
        {
            foreach (var shift in Shift.Of(day).Where(shift => shift.StartAt < shop.Now))
                SignIn(shop, machine, shift);
        }

        Execution.Add(machine, profile, shop, liveSince, chance);
        AddSpan(machine, Signals.Execution, profile.Live.Execution, liveSince, null);
        Runs.Add(shop, machine, begin, chance);
        Stops.Add(shop, machine, profile.Live, chance);
        Signals.AddCurrentStates(shop, machine, profile.Live, chance);
        Signals.AddSamples(shop, machine, profile.Rpm, chance);
    }

    public static void AddSpan(Machine machine, string key, string value, DateTimeOffset start, DateTimeOffset? end) =>
        _ = new StateInterval { Machine = machine, MetricKey = key, Value = value, StartAt = start, EndAt = end };

    private static void SignIn(Shop shop, Machine machine, Shift shift)
    {
        var start = shift.StartAt.AddMinutes(machine.MachineRef % 11);
        if (start > shop.Now || People.At(shop, machine, shift) is not { } person)
            return;
        _ = new OperatorRun
        {
            OperatorRunRef = shop.OperatorRuns.Count() + shop.Company.CompanyRef * 100_000,
            Operator = person,
            Machine = machine,
            StartAt = start,
            EndAt = shift.EndAt > shop.Now ? null : shift.EndAt.AddMinutes(-machine.MachineRef % 7),
        };
    }
}
