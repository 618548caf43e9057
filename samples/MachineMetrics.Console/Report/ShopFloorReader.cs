using MachineMetrics;
using MachineMetrics.Rest;
using ShopFloor.Sources;

namespace ShopFloor.Report;

/// <summary>Asks for everything that the report shows: GraphQL through the generated client, production through REST.</summary>
internal sealed class ShopFloorReader(IMachineMetricsClient client, ProductionReportClient reports, Source source)
{
    private const string Execution = "MasterExecution";

    private static readonly TimeSpan s_sampleWindow = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan s_callWindow = TimeSpan.FromMinutes(15);

    /// <param name="arguments">What to show.</param>
    /// <param name="step">Is told what comes next.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<Floor> ReadAsync(Arguments arguments, Action<string> step, CancellationToken cancellationToken)
    {
        var now = source.Clock.GetUtcNow();
        step("Reading machines");
        var machines = await ReadMachinesAsync(cancellationToken);
        step("Reading downtime");
        var stops = await ReadStopsAsync(cancellationToken);
        step("Reading who is where");
        var operators = await ReadOperatorsAsync(cancellationToken);
        step("Reading activities");
        var activities = await ReadActivitiesAsync(now, cancellationToken);
        step("Reading samples");
        var samples = await ReadSamplesAsync(Choose(machines, arguments.MachineRef), arguments.MetricKey, now, cancellationToken);
        step("Reading yesterday's production");
        var production = await ReadProductionAsync(DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1), cancellationToken);
        return new Floor(now, machines, stops, operators, activities, samples, production);
    }

    private async Task<List<MachineRow>> ReadMachinesAsync(CancellationToken cancellationToken)
    {
        var machines = (await client.MachinesInServiceAsync(cancellationToken: cancellationToken)).RequireData().Machines;
        var current = (await client.CurrentStatesAsync([Execution, "program", "tool"], cancellationToken)).RequireData().Machines;
        var states = current.ToDictionary(
            machine => machine.MachineRef, machine => machine.CurrentStates.ToLookup(state => state.MetricKey, state => state.Value));
        return [.. machines.Select(machine =>
        {
            var own = states.GetValueOrDefault(machine.MachineRef);
            return new MachineRow(
                machine.MachineRef,
                machine.Name,
                $"{machine.Make} {machine.Model}".Trim(),
                own?[Execution].FirstOrDefault(),
                own?["program"].FirstOrDefault(),
                own?["tool"].FirstOrDefault());
        })];
    }

    private async Task<List<StopRow>> ReadStopsAsync(CancellationToken cancellationToken)
    {
        var machines = (await client.MachinesInDowntimeAsync(cancellationToken: cancellationToken)).RequireData().Machines;
        var stops = machines.SelectMany(machine => machine.Annotations.Select(stop => new StopRow(
            machine.Name,
            stop.StartAt,
            stop.AnnotationType?.Name.Replace("|", " / ", System.StringComparison.Ordinal),
            string.Join(", ", machine.CurrentAlarms.Select(alarm => $"{alarm.NativeCode} {alarm.Label}".Trim())))));
        return [.. stops.OrderBy(stop => stop.Since).ThenBy(stop => stop.Machine, StringComparer.Ordinal)];
    }

    private async Task<List<OperatorRow>> ReadOperatorsAsync(CancellationToken cancellationToken)
    {
        var runs = (await client.OpenOperatorRunsAsync(cancellationToken)).RequireData().OperatorRuns;
        var people = runs.GroupBy(run => run.Operator.OperatorRef, (_, own) => own.ToList()).Select(own => new OperatorRow(
            own[0].Operator.Name,
            string.Join(", ", own.Select(run => run.Machine.Name).Order(StringComparer.Ordinal)),
            own.Min(run => run.StartAt)));
        return [.. people.OrderBy(person => person.Name, StringComparer.Ordinal)];
    }

    private async Task<List<ActivityRow>> ReadActivitiesAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var midnight = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        var activities = client.AllActivitiesAsync(
            new() { Limit = 50, Since = midnight },
            new() { Prefetch = true },
            cancellationToken);
        var kinds = new SortedDictionary<string, ActivityRow>(StringComparer.Ordinal);
        await foreach (var activity in activities)
        {
            var known = kinds.GetValueOrDefault(activity.ActivityType) ?? new(activity.ActivityType, 0, 0);
            kinds[activity.ActivityType] = known with { Begun = known.Begun + 1, Open = known.Open + (activity.EndAt is null ? 1 : 0) };
        }

        return [.. kinds.Values];
    }

    private async Task<Samples?> ReadSamplesAsync(MachineRow? machine, string metricKey, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (machine is null)
            return null;
        var values = new List<Sample>();
        var windows = TimeWindows.Split(now - s_sampleWindow, now, s_callWindow);
        await foreach (var sample in TimeWindows.ReadAsync(windows, Read, cancellationToken))
            values.Add(new Sample(sample.EventTime, sample.Value));
        return new Samples(machine.Name, metricKey, s_sampleWindow, values);

        IAsyncEnumerable<QuantitySamplesQuery.Quantity> Read(DateTimeOffset from, DateTimeOffset to) => client.AllQuantitySamplesAsync(
            new() { MachineRef = machine.Ref, MetricKey = metricKey, From = from, To = to }, cancellationToken: cancellationToken);
    }

    private async Task<Production> ReadProductionAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var query = new ProductionQuery
        {
            StartDay = day,
            EndDay = day,
            Data = [new("totalParts"), new("rejectedParts"), new("utilizationRate"), new("oee")],
            GroupBy = [new("machine")],
        };
        return new Production(day, await reports.RunAsync(query, cancellationToken));
    }

    private static MachineRow? Choose(List<MachineRow> machines, int? wanted) => wanted is { } machineRef
        ? machines.Find(machine => machine.Ref == machineRef)
        : machines.Find(machine => machine.IsRunning) ?? machines.FirstOrDefault();
}
