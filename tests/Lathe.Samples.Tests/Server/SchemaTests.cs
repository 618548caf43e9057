using System.Text.Json.Nodes;
using Lathe.TestSupport;
using MachineMetrics.Server.Hosting;

namespace Lathe.Samples.Tests.Server;

public sealed class SchemaTests : IAsyncLifetime
{
    private readonly ServerFixture server = new();

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task ReplacedSchemaIsServedAtOnce()
    {
        Assert.Contains("erpMachineId", await FieldsAsync("Machine"));
        server.Server.ReplaceSchema(ShopServer.DefaultSchema
            .Replace("  erpMachineId: String  # inferred", "  floorPlanPosition: String", StringComparison.Ordinal));
        var fields = await FieldsAsync("Machine");
        Assert.DoesNotContain("erpMachineId", fields);
        Assert.Contains("floorPlanPosition", fields);

        var data = await server.QueryAsync("{ machines(limit: 1) { name floorPlanPosition } }");
        Assert.Null(data["machines"]![0]!["floorPlanPosition"]);
        var gone = await server.AskAsync("{ machines { erpMachineId } }");
        Assert.Null(gone["data"]);
    }

    [Fact]
    public async Task SchemaOfTheOtherNamingIsServedWithTheSameData()
    {
        var file = SharedFolder.Require("machinemetrics/machinemetrics.hasura-names.graphql");
        server.Server.ReplaceSchema(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        var data = await server.QueryAsync("""
            query($where: MachineTP_bool_exp, $order: [MachineTP_order_by!]) { machines(where: $where, order_by: $order) { name } }
            """, new { where = new { make = new { _eq = "Haas" } }, order = new { name = "desc" } });
        Assert.Equal(["Mill 2", "Mill 1", "Lathe 3"], data["machines"].Pluck("name"));
        var old = await server.AskAsync("query($where: MachineWhereClause) { machines(where: $where) { name } }");
        Assert.Null(old["data"]);
    }

    [Fact]
    public async Task DescriptionsAndDeprecationsAreIntrospected()
    {
        server.Server.ReplaceSchema(ShopServer.DefaultSchema
            .Replace(
                "  erpMachineId: String  # inferred", "  erpMachineId: String @deprecated(reason: \"Use machineRef.\")", StringComparison.Ordinal));
        var data = await server.QueryAsync(
            "{ __type(name: \"Machine\") { description fields(includeDeprecated: true) { name isDeprecated deprecationReason } } }");
        Assert.Equal("A piece of shop-floor equipment that reports data.", data["__type"]!["description"]!.ToString());
        var field = Assert.Single(data["__type"]!["fields"]!.AsArray(), field => (bool)field!["isDeprecated"]!);
        Assert.Equal("Use machineRef.", field!["deprecationReason"]!.ToString());
    }

    private async Task<string?[]> FieldsAsync(string type)
    {
        var data = await server.QueryAsync($"{{ __type(name: \"{type}\") {{ fields {{ name }} }} }}");
        return data["__type"]!["fields"].Pluck("name");
    }
}
