using Lathe.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Company.Shop.Tests;

public class MachineWatchTests
{
    [Fact]
    public async Task MachinesThatAreDownAreNamed()
    {
        var fake = Fakes.For(MachinesQuery.Operation, seed: 1);
        var transport = new ScriptedGraphQLTransport();
        transport.On(MachinesQuery.Operation).Returns(fake.Data() with
        {
            Machines = fake.Many<MachinesQuery.Machine>(3, (machine, i) => machine with { Name = $"Lathe {i}", State = i == 1 ? State.Down
                : State.Running }),
        });
        using var watch = new MachineWatch(new ApiClient(transport), TimeProvider.System, NullLogger<MachineWatch>.Instance);

        Assert.Equal(["Lathe 1"], await watch.LookAsync(TestContext.Current.CancellationToken));
    }
}
