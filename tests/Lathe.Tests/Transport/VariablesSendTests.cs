using System.Text.Json;
using Lathe.Testing;
using Lathe.Tests.Support;

namespace Lathe.Tests.Transport;

/// <summary>Variables know their operation, so that a client sends any operation by them.</summary>
public class VariablesSendTests
{
    [Fact]
    public async Task VariablesNameTheOperationThatIsSent()
    {
        var transport = new ScriptedGraphQLTransport();
        transport.On(MachinesOperation.Query).ReturnsJson(MachinesOperation.TwoMachines);
        var result = await transport.SendAsync(new Limit(7), new() { Tenant = "acme" }, TestContext.Current.CancellationToken);
        Assert.Equal(2, result.RequireData().Machines.Count);
        var request = Assert.Single(transport.RequestsOf(MachinesOperation.Query));
        Assert.Equal((7, "acme"), (request.Variable("limit")!.Value.GetInt32(), request.Options!.Tenant));
    }

    [Fact]
    public void NullIsRefusedAtOnce()
    {
        var transport = new ScriptedGraphQLTransport();
        Assert.Throws<ArgumentNullException>(
            () => { _ = transport.SendAsync((Limit)null!, cancellationToken: TestContext.Current.CancellationToken); });
        Assert.Throws<ArgumentNullException>(() => transport.SubscribeAsync((Limit)null!, cancellationToken: TestContext.Current.CancellationToken));
    }

    private sealed class Limit(int limit) : IGraphQLVariables<MachinesData>
    {
        public GraphQLOperation<MachinesData> Operation => MachinesOperation.Query;

        public void WriteTo(Utf8JsonWriter writer)
        {
            writer.WriteStartObject();
            writer.WriteNumber("limit", limit);
            writer.WriteEndObject();
        }
    }
}
