using MachineMetrics;
using RejectType = MachineMetrics.Server.Entities.RejectType;
using WorkOrderOperation = MachineMetrics.Server.Entities.WorkOrderOperation;
using WorkOrderStatus = MachineMetrics.Server.Entities.WorkOrderStatus;

namespace Lathe.Samples.Tests.Client;

public sealed class ProductionOperationTests(ClientFixture fixture) : IClassFixture<ClientFixture>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    private DateTimeOffset Now => fixture.Shop.Now;

    [Fact]
    public async Task OpenProductionRunWithItsWorkOrderAndWithoutOne()
    {
        var seen = new HashSet<bool>();
        foreach (var machine in fixture.Shop.Machines)
        {
            var data = (await fixture.Client.OpenProductionRunAsync(machine.MachineRef, stop)).RequireData();
            var expected = machine.ActivitySets.Where(run => run.ClosedAt is null).ToList();
            Assert.Equal(
                expected.Select(run => (run.ActivitySetRef, run.WorkOrderId, Describe(run.WorkOrderOperation))),
                data.ActivitySets.Select(run => (run.ActivitySetRef, run.WorkOrderId, Describe(run.WorkOrderOperation))));
            seen.UnionWith(expected.Select(run => run.WorkOrderOperation is null));
        }

        Assert.Equal([false, true], seen.Order());
    }

    [Fact]
    public async Task QuantitySamples()
    {
        var expected = fixture.Shop.Machines.Single(machine => machine.MachineRef == 201).Quantities
            .Where(sample => sample.MetricKey == "spindleLoad" && sample.EventTime >= Now.AddHours(-1) && sample.EventTime < Now);
        var data = (await fixture.Client.QuantitySamplesAsync(201, "spindleLoad", Now.AddHours(-1), Now, cancellationToken: stop)).RequireData();
        Assert.Equal(120, data.Quantities.Count);
        Assert.Equal(
            expected.Select(sample => (sample.EventTime, sample.Sequence, sample.Value)),
            data.Quantities.Select(sample => (sample.EventTime, sample.Sequence, sample.Value)));
    }

    [Fact]
    public async Task ExecutionAndSpeedInOneRequest()
    {
        var machine = fixture.Shop.Machines.First();
        var from = Now.AddHours(-3);
        var data = (await fixture.Client.ExecutionAndSpeedAsync(machine.MachineRef, from, Now, stop)).RequireData();
        Assert.Equal(
            machine.StateIntervals.Where(span => span.MetricKey == "MasterExecution" && !(span.EndAt <= from))
                .Select(span => (span.StartAt, span.EndAt, span.Value)),
            data.Execution.Select(span => (span.StartAt, span.EndAt, span.Value)));
        Assert.Equal(
            machine.Quantities.Where(sample => sample.MetricKey == "spindleSpeed" && sample.EventTime >= from)
                .Select(sample => (sample.EventTime, sample.Value)),
            data.Speed.Select(sample => (sample.EventTime, sample.Value)));
    }

    [Fact]
    public async Task ActivitiesWithNothingSent()
    {
        var data = (await fixture.Client.ActivitiesAsync(cancellationToken: stop)).RequireData();
        Assert.Equal(
            fixture.Shop.Activities.Select(activity => (activity.ActivityRef, activity.ActivityType, activity.StartAt, activity.EndAt,
                activity.ActivitySet.ActivitySetRef, activity.ActivitySet.WorkOrderId, activity.Machine.MachineRef, activity.Machine.Name)),
            data.Activities.Select(activity => (activity.ActivityRef, activity.ActivityType, activity.StartAt, activity.EndAt,
                activity.ActivitySet.ActivitySetRef,
                activity.ActivitySet.WorkOrderId,
                activity.ActivitySet.Machine.MachineRef,
                activity.ActivitySet.Machine.Name)));
    }

    [Fact]
    public async Task ActivitiesSinceAnInstant()
    {
        var expected = fixture.Shop.Activities.Where(activity => activity.StartAt >= fixture.Shop.Today).Skip(1).Take(2);
        var data = (await fixture.Client.ActivitiesAsync(fixture.Shop.Today, limit: 2, offset: 1, cancellationToken: stop)).RequireData();
        Assert.Equal(expected.Select(activity => activity.ActivityRef).Order(), data.Activities.Select(activity => activity.ActivityRef));
        Assert.Equal(2, data.Activities.Count);
    }

    [Fact]
    public async Task RejectsByReason()
    {
        var since = Now.AddDays(-1);
        var data = (await fixture.Client.RejectsByReasonAsync(since, cancellationToken: stop)).RequireData();
        Assert.Equal(Expected(since, RejectType.Scrap, RejectType.Nonconform), data.Rejects.Select(Describe));
        Assert.Contains(data.Rejects, reject => reject.RejectReason?.Parent is not null);
    }

    [Fact]
    public async Task RejectsByReasonUpToALimit()
    {
        var since = Now.AddDays(-2);
        var data = (await fixture.Client.RejectsByReasonAsync(since, limit: 4, cancellationToken: stop)).RequireData();
        Assert.Equal(Expected(since, RejectType.Scrap, RejectType.Nonconform).Take(4), data.Rejects.Select(Describe));
        Assert.Equal(4, data.Rejects.Count);
    }

    [Fact]
    public async Task DowntimeReportThroughOneFragment()
    {
        var (from, to) = (Now.AddHours(-6), Now);
        var data = (await fixture.Client.DowntimeReportAsync(from, to, stop)).RequireData();
        Assert.Equal(Stops(isPlanned: true), data.Planned.Select(Describe));
        Assert.Equal(Stops(isPlanned: false), data.Unplanned.Select(Describe));
        Assert.NotEmpty(data.Planned);

        IEnumerable<object> Stops(bool isPlanned) => fixture.Shop.Annotations
            .Where(stop => stop.IsPlanned == isPlanned && stop.StartAt < to && !(stop.EndAt < from))
            .OrderBy(stop => stop.StartAt)
            .Select(stop => (object)(stop.AnnotationRef, stop.Description, stop.StartAt, stop.EndAt, stop.AnnotationType?.Name));

        static object Describe(Downtime stop) => (stop.AnnotationRef, stop.Description, stop.StartAt, stop.EndAt, stop.AnnotationType?.Name);
    }

    private IEnumerable<object> Expected(DateTimeOffset since, params RejectType[] types) => fixture.Shop.Rejects
        .Where(reject => reject.RejectedAt >= since && types.Contains(reject.RejectType))
        .OrderByDescending(reject => reject.RejectedAt)
        .Select(reject => (object)(reject.RejectType.ToString().ToUpperInvariant(), reject.Value, reject.RejectedAt,
            reject.RejectReason?.Name, reject.RejectReason?.Parent?.Name, reject.Machine.Name));

    private static object Describe(RejectsByReasonQuery.Reject reject) =>
        (reject.RejectType.ToString().ToUpperInvariant(), reject.Value, reject.RejectedAt,
        reject.RejectReason?.Name, reject.RejectReason?.Parent?.Name, reject.Machine.Name);

    private static object? Describe(WorkOrderOperation? step) => step is null ? null : (step.WorkOrderOperationRef, step.SequenceNumber,
        step.Status switch
        {
            WorkOrderStatus.InProgress => "IN_PROGRESS", WorkOrderStatus.OnHold => "ON_HOLD", var status => status.ToString().ToUpperInvariant(),
        },
        step.WorkOrder.WorkOrderId, step.WorkOrder.PartNumber);

    private static object? Describe(OpenProductionRunQuery.WorkOrderOperation? step) => step is null ? null
        : (step.WorkOrderOperationRef, step.SequenceNumber, step.Status.ToString(), step.WorkOrder.WorkOrderId, step.WorkOrder.PartNumber);
}
