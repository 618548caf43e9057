using MachineMetrics.Server.Entities;

namespace Lathe.Samples.Tests.Client;

public sealed class MachineOperationTests(ClientFixture fixture) : IClassFixture<ClientFixture>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    private IEnumerable<Machine> InService =>
        fixture.Shop.Machines.Where(machine => machine.DecommissionedAt is null).OrderBy(machine => machine.Name, StringComparer.Ordinal);

    [Fact]
    public async Task MachineNames()
    {
        var data = (await fixture.Client.MachineNamesAsync(stop)).RequireData();
        Assert.Equal(fixture.Shop.Machines.Select(machine => machine.Name), data.Machines.Select(machine => machine.Name));
    }

    [Fact]
    public async Task MachinesInServiceUsesTheDefaultsOfTheDocument()
    {
        var data = (await fixture.Client.MachinesInServiceAsync(cancellationToken: stop)).RequireData();
        Assert.Equal(
            InService.Select(machine => (machine.MachineRef, machine.MachineId, machine.Name, machine.Make, machine.Model)),
            data.Machines.Select(machine => (machine.MachineRef, machine.MachineId, machine.Name, machine.Make, machine.Model)));
        Assert.All(data.Machines, machine => Assert.Null(machine.UtilizationWarningPercent));
    }

    [Fact]
    public async Task MachinesInServiceTakesAPageWithGoals()
    {
        var data = (await fixture.Client.MachinesInServiceAsync(limit: 3, offset: 2, withGoals: true, cancellationToken: stop)).RequireData();
        Assert.Equal(
            InService.Skip(2).Take(3).Select(machine => (machine.Name, machine.UtilizationWarningPercent, machine.UtilizationFailurePercent)),
            data.Machines.Select(machine => (machine.Name, machine.UtilizationWarningPercent, machine.UtilizationFailurePercent)));
    }

    [Fact]
    public async Task MachinesInDowntime()
    {
        var data = (await fixture.Client.MachinesInDowntimeAsync(cancellationToken: stop)).RequireData();
        var expected = fixture.Shop.Machines.Where(machine => machine.Annotations.Any(stop => stop.EndAt is null)).ToList();
        Assert.Equal(5, expected.Count);
        Assert.Equal(expected.Select(machine => machine.Name), data.Machines.Select(machine => machine.Name));
        Assert.All(expected.Zip(data.Machines), pair =>
        {
            var (machine, answer) = pair;
            Assert.Equal(
                machine.CurrentAlarms.Select(alarm => (alarm.StartAt, alarm.NativeCode, alarm.Label, alarm.Description)),
                answer.CurrentAlarms.Select(alarm => (alarm.StartAt, alarm.NativeCode, alarm.Label, alarm.Description)));
            Assert.Equal(
                machine.CurrentStates.Where(state => state.MetricKey == "MasterExecution")
                    .Select(state => (state.MetricKey, state.Label, state.Value)),
                answer.CurrentStates.Select(state => (state.MetricKey, state.Label, state.Value)));
            Assert.Equal(
                machine.Annotations.Where(stop => stop.EndAt is null).Select(stop => (stop.StartAt, stop.AnnotationType?.Name)),
                answer.Annotations.Select(stop => (stop.StartAt, stop.AnnotationType?.Name)));
        });
    }

    [Fact]
    public async Task MachinesInDowntimeTakesAnotherKey()
    {
        var data = (await fixture.Client.MachinesInDowntimeAsync(executionKey: "door", cancellationToken: stop)).RequireData();
        Assert.Equal(["door"], data.Machines.SelectMany(machine => machine.CurrentStates).Select(state => state.MetricKey).Distinct());
    }

    [Fact]
    public async Task CurrentStates()
    {
        string[] keys = ["MasterExecution", "pallet"];
        var data = (await fixture.Client.CurrentStatesAsync(keys, stop)).RequireData();
        Assert.Equal(
            InService.SelectMany(machine => machine.CurrentStates.Where(state => keys.Contains(state.MetricKey))
                .Select(state => (machine.MachineRef, state.MetricKey, state.Value, state.Label))),
            data.Machines.SelectMany(
                machine => machine.CurrentStates.Select(state => (machine.MachineRef, state.MetricKey, state.Value, state.Label))));
    }

    [Fact]
    public async Task OperatorAtMachine()
    {
        var expected = fixture.Shop.OperatorRuns.Where(run => run.Machine.MachineRef == 103).MaxBy(run => run.StartAt)!;
        var data = (await fixture.Client.OperatorAtMachineAsync(103, stop)).RequireData();
        var machine = Assert.Single(data.Machines);
        var run = Assert.Single(machine.OperatorRuns);
        Assert.Equal(
            (103, expected.OperatorRunRef, expected.StartAt, expected.EndAt, expected.Operator.OperatorRef, expected.Operator.Name),
            (machine.MachineRef, run.OperatorRunRef, run.StartAt, run.EndAt, run.Operator.OperatorRef, run.Operator.Name));
    }

    [Fact]
    public async Task OpenOperatorRunsThroughAFragment()
    {
        var expected = fixture.Shop.OperatorRuns.Where(run => run.EndAt is null).OrderBy(run => run.StartAt).ThenBy(run => run.OperatorRunRef);
        var data = (await fixture.Client.OpenOperatorRunsAsync(stop)).RequireData();
        Assert.Equal(
            expected.Select(
                run => (run.OperatorRunRef, run.StartAt, run.Operator.OperatorRef, run.Operator.Name, run.Machine.MachineRef, run.Machine.Name)),
            data.OperatorRuns.Select(
                run => (run.OperatorRunRef, run.StartAt, run.Operator.OperatorRef, run.Operator.Name, run.Machine.MachineRef, run.Machine.Name)));
    }
}
