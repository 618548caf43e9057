using MachineMetrics.Server.Entities;
using MachineMetrics.Server.Seed;

namespace Lathe.Samples.Tests.Server;

public sealed class SeedTests
{
    private readonly Shop shop = ShopSeed.Ridgeline();

    [Fact]
    public void SameSeedMakesTheSameShop() => Assert.Equal(Fingerprint(shop), Fingerprint(ShopSeed.Ridgeline()));

    [Fact]
    public void ReferencesAreUnique()
    {
        AssertUnique(shop.Machines.Select(machine => machine.MachineRef));
        AssertUnique(shop.Annotations.Select(stop => stop.AnnotationRef));
        AssertUnique(shop.ActivitySets.Select(run => run.ActivitySetRef));
        AssertUnique(shop.Activities.Select(activity => activity.ActivityRef));
        AssertUnique(shop.OperatorRuns.Select(run => run.OperatorRunRef));
        AssertUnique(shop.Rejects.Select(reject => reject.RejectRef));
        AssertUnique(shop.PartCounts.Select(count => count.PartCountRef));
        AssertUnique(shop.Machines.Select(machine => machine.MachineId));
    }

    [Fact]
    public void ExecutionHasNoGapAndNoOverlap()
    {
        foreach (var machine in shop.Machines.Where(machine => machine.DecommissionedAt is null))
        {
            var spans = machine.StateIntervals.Where(span => span.MetricKey == "MasterExecution").ToList();
            Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.Equal(pair.First.EndAt, pair.Second.StartAt));
            Assert.All(spans.SkipLast(1), span => Assert.True(span.StartAt < span.EndAt));
            Assert.Null(spans[^1].EndAt);
            var current = machine.CurrentStates.Single(state => state.MetricKey == "MasterExecution");
            Assert.Equal((spans[^1].Value, spans[^1].StartAt), (current.Value, current.StartAt));
        }
    }

    [Fact]
    public void NothingHappensAfterNow()
    {
        Assert.All(shop.PartCounts, count => Assert.True(count.CountedAt <= shop.Now));
        Assert.All(shop.Rejects, reject => Assert.True(reject.RejectedAt <= shop.Now));
        Assert.All(shop.Annotations, stop => Assert.True(stop.StartAt <= shop.Now && !(stop.EndAt > shop.Now)));
        Assert.All(shop.OperatorRuns, run => Assert.True(run.StartAt <= shop.Now && !(run.EndAt > shop.Now)));
    }

    private static void AssertUnique<T>(IEnumerable<T> values)
    {
        var all = values.ToList();
        Assert.NotEmpty(all);
        Assert.Equal(all.Count, all.Distinct().Count());
    }

    private static string Fingerprint(Shop shop) => string.Join('\n',
    [
        .. shop.Machines.Select(machine => $"{machine.MachineId} {machine.SerialNumber} {machine.CreatedAt:O}"),
        .. shop.Machines.SelectMany(machine => machine.StateIntervals).Select(span => $"{span.StartAt:O} {span.Value}"),
        .. shop.Machines.SelectMany(machine => machine.Quantities).Select(sample => $"{sample.Sequence} {sample.Value}"),
        .. shop.Annotations.Select(stop => $"{stop.AnnotationRef} {stop.AnnotationType?.Name}"),
        .. shop.ActivitySets.Select(run => $"{run.ActivitySetRef} {run.WorkOrderId} {run.PartsGoal}"),
        .. shop.Rejects.Select(reject => $"{reject.RejectedAt:O} {reject.RejectReason?.Name}"),
    ]);
}
