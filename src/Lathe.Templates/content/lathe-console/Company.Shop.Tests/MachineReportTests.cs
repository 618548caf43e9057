using Lathe.Testing;

namespace Company.Shop.Tests;

public class MachineReportTests
{
    [Fact]
    public async Task EachMachineHasALine()
    {
        var transport = new ScriptedGraphQLTransport();
        transport.On(MachinesQuery.Operation).Returns(Fakes.Of(MachinesQuery.Operation, seed: 1, fake => fake
            .ListsOf(2)
            .With<MachinesQuery.Machine>(machine => machine with { Name = "Lathe 1", State = State.Down })));

        var lines = await MachineReport.ReadAsync(new ApiClient(transport), limit: 2, TestContext.Current.CancellationToken);

        Assert.Equal(2, lines.Count);
        Assert.Equal("Lathe 1              DOWN", lines[0]);
        Assert.Equal(2, transport.Requests.Single().VariablesAs<MachinesQuery.Variables>().Limit);
    }
}
