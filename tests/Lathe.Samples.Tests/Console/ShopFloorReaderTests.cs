using System.Net;
using System.Text;
using Lathe.Testing;
using MachineMetrics;
using Microsoft.Extensions.Time.Testing;
using ShopFloor;
using ShopFloor.Report;
using MachineMetrics.Rest;
using ShopFloor.Sources;

namespace Lathe.Samples.Tests.Console;

/// <summary>The report of a shop that is not like the stand-in's.</summary>
public sealed class ShopFloorReaderTests
{
    private readonly ScriptedGraphQLTransport transport = new();

    public ShopFloorReaderTests() =>
        transport.On(ActivitiesQuery.Operation).Fakes(Fakes.For(ActivitiesQuery.Operation).ListsOf(0));

    [Fact]
    public async Task WhatTheApiLeavesOutIsLeftOut()
    {
        transport.On(MachinesInServiceQuery.Operation).Fakes(Fakes.For(MachinesInServiceQuery.Operation, 7).Nulls());
        transport.On(CurrentStatesQuery.Operation).Fakes(seed: 8);
        transport.On(MachinesInDowntimeQuery.Operation).Fakes(Fakes.For(MachinesInDowntimeQuery.Operation, 7).Nulls());
        transport.On(OpenOperatorRunsQuery.Operation).Fakes(Fakes.For(OpenOperatorRunsQuery.Operation, 7).ListsOf(0));
        transport.On(QuantitySamplesQuery.Operation).Fakes(Fakes.For(QuantitySamplesQuery.Operation, 7).Nulls())
            .Fakes(Fakes.For(QuantitySamplesQuery.Operation).ListsOf(0));

        var floor = await ReadAsync("load");

        Assert.Equal(3, floor.Machines.Count);
        Assert.All(floor.Machines, static machine => Assert.Equal(("", null), (machine.Model, machine.Execution)));
        Assert.All(floor.Stops, static stop => Assert.Null(stop.Reason));
        Assert.Empty(floor.Operators);
        Assert.Empty(floor.Activities);
        Assert.Equal(3, floor.Samples!.Values.Count);
        Assert.All(floor.Samples.Values, static sample => Assert.Null(sample.Value));
        var asked = transport.RequestsOf(QuantitySamplesQuery.Operation);
        Assert.All(asked, static one => Assert.Equal("load", one.VariablesAs<QuantitySamplesQuery.Variables>().MetricKey));
        transport.VerifyAllUsed();
    }

    [Fact]
    public async Task AShopWithoutMachinesIsAskedForNoSamples()
    {
        transport.On(MachinesInServiceQuery.Operation).Fakes(Fakes.For(MachinesInServiceQuery.Operation).ListsOf(0));
        transport.On(CurrentStatesQuery.Operation).Fakes(Fakes.For(CurrentStatesQuery.Operation).ListsOf(0));
        transport.On(MachinesInDowntimeQuery.Operation).Fakes(Fakes.For(MachinesInDowntimeQuery.Operation).ListsOf(0));
        transport.On(OpenOperatorRunsQuery.Operation).Fakes(Fakes.For(OpenOperatorRunsQuery.Operation).ListsOf(0));

        var floor = await ReadAsync("load");

        Assert.Null(floor.Samples);
        Assert.Empty(floor.Machines);
        transport.VerifyNoOthers();
    }

    [Fact]
    public async Task APersonAtSeveralMachinesIsOneRow()
    {
        var fake = Fakes.For(OpenOperatorRunsQuery.Operation, seed: 7);
        var runs = fake.Many<OpenOperatorRunsQuery.OperatorRun>(3, static (run, i) => run with
        {
            Operator = run.Operator with { OperatorRef = i / 2, Name = i < 2 ? "Ada" : "Bert" },
            Machine = run.Machine with { Name = $"Lathe {3 - i}" },
            StartAt = new DateTimeOffset(2026, 3, 3, 8 - i, 0, 0, TimeSpan.Zero),
        });
        transport.On(MachinesInServiceQuery.Operation).Fakes(Fakes.For(MachinesInServiceQuery.Operation).ListsOf(0));
        transport.On(CurrentStatesQuery.Operation).Fakes();
        transport.On(MachinesInDowntimeQuery.Operation).Fakes();
        transport.On(OpenOperatorRunsQuery.Operation).Returns(fake.Data() with { OperatorRuns = runs });

        var operators = (await ReadAsync("load")).Operators;

        Assert.Equal(
            [("Ada", "Lathe 2, Lathe 3", 7), ("Bert", "Lathe 1", 6)],
            operators.Select(static one => (one.Name, one.Machines, one.Since.Hour)));
    }

    private async Task<Floor> ReadAsync(string metric)
    {
        using var http = new HttpClient(new EmptyReport()) { BaseAddress = new Uri("https://api.example.com/") };
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 3, 9, 0, 0, TimeSpan.Zero));
        await using var source = new Source("test", new Uri("https://api.example.com/graphql"), "key", clock);
        var reader = new ShopFloorReader(new MachineMetricsClient(transport), new ProductionReportClient(http), source);
        Assert.True(Arguments.TryParse(["--metric", metric], out var arguments));
        return await reader.ReadAsync(arguments, static _ => { }, TestContext.Current.CancellationToken);
    }

    // REST, which GraphQL does not have.
    private sealed class EmptyReport : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent("""{"items":[],"aggregate":{}}""", Encoding.UTF8, "application/json"),
            });
    }
}
