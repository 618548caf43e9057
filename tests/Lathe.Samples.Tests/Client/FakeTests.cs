using Lathe.Testing;
using MachineMetrics;

namespace Lathe.Samples.Tests.Client;

/// <summary>The sample's client without a server: its answers are fakes by the schema that the build has put into this assembly.</summary>
public sealed class FakeTests
{
    [Fact]
    public void EachOperationHasAFake()
    {
        Assert.NotEmpty(Fakes.Of(ActivitiesQuery.Operation).ToString());
        Assert.NotEmpty(Fakes.Of(CurrentStatesQuery.Operation).Machines);
        Assert.NotEmpty(Fakes.Of(DowntimeReportQuery.Operation).ToString());
        Assert.NotEmpty(Fakes.Of(MachineNamesQuery.Operation).Machines);
        Assert.NotEmpty(Fakes.Of(MachinesInDowntimeQuery.Operation).Machines);
        Assert.NotEmpty(Fakes.Of(OpenOperatorRunsQuery.Operation).OperatorRuns);
        Assert.NotEmpty(Fakes.Of(QuantitySamplesQuery.Operation).Quantities);
    }

    [Fact]
    public async Task AMachineThatNobodyIsSignedInAtIsTold()
    {
        var fake = Fakes.For(OperatorAtMachineQuery.Operation, seed: 7);
        var transport = new ScriptedGraphQLTransport();
        transport.On(OperatorAtMachineQuery.Operation).Returns(fake.Data() with
        {
            Machines = fake.Many<OperatorAtMachineQuery.Machine>(2, static (machine, i) => i == 0 ? machine with { OperatorRuns = [] } : machine),
        });

        var client = new MachineMetricsClient(transport);
        var machines = (await client.OperatorAtMachineAsync(4, TestContext.Current.CancellationToken)).RequireData().Machines;

        Assert.Empty(machines[0].OperatorRuns);
        Assert.NotEmpty(machines[1].OperatorRuns);
        Assert.NotEqual(machines[0].MachineRef, machines[1].MachineRef);
        Assert.Equal(4, Assert.Single(transport.Requests).VariablesAs<OperatorAtMachineQuery.Variables>().MachineRef);
        transport.VerifyNoOthers();
    }

    /// <summary>The file is what <c>lathe record</c> makes of the stand-in's answer; a test of the tool holds that it is.</summary>
    [Fact]
    public async Task WhatTheStandInAnsweredOnceIsReplayed()
    {
        var transport = new ScriptedGraphQLTransport();
        transport.On(OperatorAtMachineQuery.Operation).ReturnsFixture("Fixtures/OperatorAtMachine.json");

        var client = new MachineMetricsClient(transport);
        var machine = (await client.OperatorAtMachineAsync(103, TestContext.Current.CancellationToken)).RequireData().Machines.Single();

        Assert.Equal((103, "erased-1"), (machine.MachineRef, machine.OperatorRuns.Single().Operator.Name));
        Assert.Null(machine.OperatorRuns.Single().EndAt);
    }

    [Fact]
    public void TheClientHasNothingOfFakes()
    {
        var client = typeof(MachineMetricsClient).Assembly;
        Assert.Empty(client.GetManifestResourceNames());
        Assert.DoesNotContain(client.GetReferencedAssemblies(), static one => one.Name is "Lathe.Testing" or "Bogus");
    }
}
