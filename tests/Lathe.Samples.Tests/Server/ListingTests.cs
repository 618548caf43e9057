namespace Lathe.Samples.Tests.Server;

public sealed class ListingTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    [Theory]
    [InlineData("order_by: {name: asc}, limit: 3", "5-Axis 1,Grinder 1,Lathe 1")]
    [InlineData("order_by: {name: desc}, limit: 2", "Press 1,Mill 4")]
    [InlineData("order_by: {name: asc}, limit: 2, offset: 10", "Mill 4,Press 1")]
    [InlineData("order_by: {name: asc}, offset: 11", "Press 1")]
    [InlineData("offset: 100", "")]
    [InlineData("limit: 0", "")]
    [InlineData("order_by: [{make: asc}, {model: desc}], limit: 3", "Press 1,Mill 3,Lathe 5")]
    [InlineData("order_by: {decommissionedAt: asc}, limit: 1", "Lathe 5")]
    [InlineData("order_by: {decommissionedAt: asc_nulls_first}, offset: 11", "Lathe 5")]
    [InlineData("order_by: {decommissionedAt: desc}, offset: 11", "Lathe 5")]
    [InlineData("order_by: {decommissionedAt: desc_nulls_last}, limit: 1", "Lathe 5")]
    [InlineData("order_by: [{edgeDevice: {name: desc}}, {machineRef: desc}], limit: 2", "Lathe 5,Press 1")]
    [InlineData("order_by: [], limit: 1", "Lathe 1")]
    public async Task ListIsOrderedThenCut(string arguments, string expected)
    {
        var data = await server.QueryAsync($"{{ machines({arguments}) {{ name }} }}");
        Assert.Equal(expected, string.Join(',', data["machines"].Pluck("name")));
    }

    [Fact]
    public async Task OrderGoesThroughRelations()
    {
        var expected = server.Shop.OperatorRuns.Where(run => run.EndAt is null)
            .OrderByDescending(run => run.Operator.Name, StringComparer.Ordinal).ThenBy(run => run.OperatorRunRef)
            .Select(run => run.OperatorRunRef.ToString());
        var data = await server.QueryAsync(
            "{ operatorRuns(where: {endAt: {_is_null: true}}, order_by: [{operator: {name: desc}}, {operatorRunRef: asc}]) { operatorRunRef } }");
        Assert.Equal(expected, data["operatorRuns"].Pluck("operatorRunRef"));
    }

    [Fact]
    public async Task DistinctKeepsTheFirstOfEachCombination()
    {
        var data = await server.QueryAsync("""
            {
              makes: machines(distinct_on: [make], order_by: [{make: asc}, {machineRef: desc}]) { make machineRef }
              both: machines(distinct_on: [make, machineType], where: {make: {_eq: "Haas"}}) { name }
              one: machines(distinct_on: make, limit: 2, offset: 1) { make }
            }
            """);
        var expected = server.Shop.Machines.GroupBy(machine => machine.Make).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Max(machine => machine.MachineRef).ToString());
        Assert.Equal(expected, data["makes"].Pluck("machineRef"));
        Assert.Equal(["Lathe 3", "Mill 1"], data["both"].Pluck("name"));
        Assert.Equal(["Haas", "Okuma"], data["one"].Pluck("make"));
    }

    [Fact]
    public async Task ArgumentsApplyToNestedListsEach()
    {
        var data = await server.QueryAsync(
            "{ machines(where: {decommissionedAt: {_is_null: true}}) { machineRef operatorRuns(order_by: {startAt: desc}, limit: 1) { operatorRunRef "
                + "} } }");
        foreach (var machine in data["machines"]!.AsArray())
        {
            var latest = server.Shop.OperatorRuns.Where(run => run.Machine.MachineRef == (int)machine!["machineRef"]!)
                .OrderByDescending(run => run.StartAt).Take(1).Select(run => run.OperatorRunRef.ToString());
            Assert.Equal(latest, machine!["operatorRuns"].Pluck("operatorRunRef"));
        }
    }

    [Theory]
    [InlineData("limit: -1")]
    [InlineData("offset: -5")]
    public async Task NegativeCountIsAnError(string argument)
    {
        var response = await server.AskAsync($"{{ machines({argument}) {{ name }} }}");
        Assert.Equal("INVALID_ARGUMENT", response["errors"]![0]!["extensions"]!["code"]!.ToString());
    }
}
