namespace MachineMetrics.Server.Entities;

/// <summary>
/// All data of one company: the root of queries. Each property and method has the name of a root field of the schema.
/// </summary>
public sealed class Shop
{
    private TimeProvider? clock;

    /// <summary>
    /// Gets the present: the instant at which the shop's clock stands still, so that every answer can be foretold,
    /// unless <see cref="Open"/> was called.
    /// </summary>
    public required DateTimeOffset Now { get => clock?.GetUtcNow() ?? field; init; }

    /// <summary>Gets the midnight at which the shop's history begins.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Gets a value indicating whether machines also run between the last shift and the first.</summary>
    public bool RunsAtNight { get; init; }

    /// <summary>Gets the midnight before <see cref="Now"/>; the shop's days are those of UTC.</summary>
    public DateTimeOffset Today => new(Now.UtcDateTime.Date, TimeSpan.Zero);

    public required Company Company { get; init; }
    public List<EdgeDevice> EdgeDevices { get; } = [];
    public List<MachineGroup> MachineGroups { get; } = [];
    public List<AnnotationType> AnnotationTypes { get; } = [];
    public List<RejectReason> RejectReasons { get; } = [];
    public List<Part> Parts { get; } = [];
    public List<Job> Jobs { get; } = [];
    public List<Resource> Resources { get; } = [];
    public List<WorkOrder> WorkOrders { get; } = [];
    public List<Workflow> Workflows { get; } = [];

    public IEnumerable<Company> Companies => [Company];
    public IEnumerable<Location> Locations => Company.Locations;
    public IEnumerable<Machine> Machines => Company.Machines;
    public IEnumerable<Operator> Operators => Company.Operators;
    public IEnumerable<Operation> Operations => Parts.SelectMany(part => part.Operations);
    public IEnumerable<WorkOrderOperation> WorkOrderOperations => WorkOrders.SelectMany(order => order.WorkOrderOperations);
    public IEnumerable<LaborTicket> LaborTickets => WorkOrderOperations.SelectMany(step => step.LaborTickets);
    public IEnumerable<Metric> Metrics => Machines.SelectMany(machine => machine.Metrics);
    public IEnumerable<DataItem> DataItems => Machines.SelectMany(machine => machine.DataItems);
    public IEnumerable<CurrentState> CurrentStates => Machines.SelectMany(machine => machine.CurrentStates);
    public IEnumerable<CurrentAlarm> CurrentAlarms => Machines.SelectMany(machine => machine.CurrentAlarms);
    public IEnumerable<Annotation> Annotations => Machines.SelectMany(machine => machine.Annotations);
    public IEnumerable<ActivitySet> ActivitySets => Machines.SelectMany(machine => machine.ActivitySets);
    public IEnumerable<Activity> Activities => Machines.SelectMany(machine => machine.Activities);
    public IEnumerable<PartCount> PartCounts => Machines.SelectMany(machine => machine.PartCounts);
    public IEnumerable<Reject> Rejects => Machines.SelectMany(machine => machine.Rejects);
    public IEnumerable<OperatorRun> OperatorRuns => Machines.SelectMany(machine => machine.OperatorRuns);
    public IEnumerable<WorkflowIncident> WorkflowIncidents => Workflows.SelectMany(workflow => workflow.Incidents);

    /// <summary>Lets time go on from now.</summary>
    public void Open(TimeProvider time) => clock = time;

    public IEnumerable<StateInterval> StateIntervals(Window window) =>
        window.Of(this, machine => machine.StateIntervals)
            .Where(span => span.MetricKey == window.MetricKey && window.Overlaps(span.StartAt, span.EndAt));

    public IEnumerable<AlarmInterval> AlarmIntervals(Window window) =>
        window.Of(this, machine => machine.AlarmIntervals).Where(span => window.Overlaps(span.StartAt, span.EndAt));

    public IEnumerable<Quantity> Quantities(Window window) =>
        window.Of(this, machine => machine.Quantities)
            .Where(sample => sample.MetricKey == window.MetricKey && window.Contains(sample.EventTime));

    public IEnumerable<QuantityAggregate> QuantityAggregates(Window window) =>
        Quantities(window).GroupBy(sample => window.BucketOf(sample.EventTime)).Select(bucket => new QuantityAggregate
        {
            MachineRef = window.MachineRef,
            MetricKey = window.MetricKey!,
            BucketStartAt = bucket.Key,
            SampleCount = bucket.Count(),
            Average = bucket.Average(sample => sample.Value),
            Minimum = bucket.Min(sample => sample.Value),
            Maximum = bucket.Max(sample => sample.Value),
        });
}
