using MachineMetrics.Server.Entities;

namespace MachineMetrics.Server.Seed;

/// <summary>Production runs, one each day, with the parts they made; the last one is still open.</summary>
internal static class Runs
{
    public static void Add(Shop shop, Machine machine, DateTimeOffset begin, Chance chance)
    {
        for (var day = begin; day <= shop.Today && day.AddHours(6) <= shop.Now; day = day.AddDays(1))
        {
            var open = day == shop.Today;
            var run = Open(shop, machine, day.AddHours(6), open ? null : day.AddHours(21).AddMinutes(chance.Between(0, 50)), chance);
            var setUp = run.StartAt.AddMinutes(chance.Between(25, 55));
            AddActivity(shop, run, ActivityMode.Setup, "setup", run.StartAt, setUp <= shop.Now ? setUp : null);
            if (setUp <= shop.Now)
                AddActivity(shop, run, ActivityMode.Production, "production", setUp, run.ClosedAt);
            Count(shop, run, setUp, chance);
            if (run.WorkOrderOperation is { } step)
                Book(shop, run, step);
        }
    }

    private static void Book(Shop shop, ActivitySet run, WorkOrderOperation step)
    {
        var number = shop.Company.CompanyRef * 40_000 + shop.LaborTickets.Count();
        _ = new LaborTicket
        {
            LaborTicketRef = number,
            LaborTicketId = $"LT-{number}",
            WorkOrderOperation = step,
            Operator = run.Activities[0].Operator,
            ClockIn = run.StartAt,
            ClockOut = run.ClosedAt,
            GoodParts = run.ClosedAt is null ? null : run.Machine.PartCounts.Count(part => part.ActivitySet == run),
            BadParts = run.ClosedAt is null
                ? null
                : run.Machine.Rejects.Count(reject => reject.RejectedAt >= run.StartAt && reject.RejectedAt < run.ClosedAt),
        };
    }

    private static ActivitySet Open(Shop shop, Machine machine, DateTimeOffset start, DateTimeOffset? closed, Chance chance)
    {
        // A run without a work order is common: somebody started a part that the ERP system knows nothing of.
        var step = chance.Percent(25) ? null : chance.Pick(shop.WorkOrderOperations.ToList());
        var operation = step?.WorkOrder.Part!.Operations.First(operation => operation.SequenceNumber == step.SequenceNumber)
            ?? chance.Pick(shop.Operations.ToList());
        return new ActivitySet
        {
            ActivitySetRef = shop.ActivitySets.Count() + shop.Company.CompanyRef * 10_000,
            Machine = machine,
            StartAt = start,
            ClosedAt = closed,
            PartsGoal = chance.Between(6, 16) * 10,
            Operation = operation,
            WorkOrderOperation = step,
            Job = shop.Jobs.FirstOrDefault(job => job.Operations.Contains(operation)),
        };
    }

    private static void AddActivity(Shop shop, ActivitySet run, ActivityMode mode, string type, DateTimeOffset start, DateTimeOffset? end) =>
        _ = new Activity
        {
            ActivityRef = shop.Activities.Count() + shop.Company.CompanyRef * 50_000,
            ActivitySet = run,
            ActivityMode = mode,
            ActivityType = type,
            StartAt = start,
            EndAt = end,
            Operator = run.Machine.OperatorRuns.LastOrDefault(shift => shift.StartAt <= start.AddMinutes(15))?.Operator,
        };

    /// <summary>A part is done each time the cycle time has passed in a cycle; a few are rejected.</summary>
    private static void Count(Shop shop, ActivitySet run, DateTimeOffset from, Chance chance)
    {
        var seconds = (double)run.Operation!.ExpectedPartTime!.Value;
        var cycles = run.Machine.StateIntervals.Where(span => span.MetricKey == Signals.Execution && span.Value == "ACTIVE"
            && span.StartAt >= from && span.StartAt < (run.ClosedAt ?? shop.Now));
        foreach (var cycle in cycles.ToList())
        {
            for (var at = cycle.StartAt.AddSeconds(seconds); at <= (cycle.EndAt ?? shop.Now); at = at.AddSeconds(seconds + chance.Between(-20, 30)))
            {
                _ = new PartCount
                {
                    PartCountRef = run.Machine.MachineRef * 100_000L + run.Machine.PartCounts.Count,
                    Machine = run.Machine,
                    ActivitySet = run,
                    CountedAt = at,
                    Value = 1,
                };
                if (chance.Percent(4))
                    Stops.Reject(shop, run.Machine, at.AddSeconds(45), chance);
            }
        }
    }
}
