namespace Lathe.Samples.Tests.Server;

public sealed class WhereTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    [Theory]
    [InlineData("name: {_eq: \"Lathe 2\"}", "Lathe 2")]
    [InlineData("name: {_neq: \"Lathe 2\", _like: \"Lathe%\"}", "Lathe 1,Lathe 3,Lathe 4,Lathe 5")]
    [InlineData("name: {_nlike: \"%i%\"}", "Lathe 1,Lathe 2,Lathe 3,Lathe 4,Lathe 5,Press 1")]
    [InlineData("name: {_like: \"M_ll _\"}", "Mill 1,Mill 2,Mill 3,Mill 4")]
    [InlineData("name: {_like: \"Mill \\\\_\"}", "")]
    [InlineData("name: {_ilike: \"%LATHE 1%\"}", "Lathe 1")]
    [InlineData("name: {_nilike: \"%L%\"}", "5-Axis 1,Grinder 1,Press 1")]
    [InlineData("name: {_regex: \"^(Mill|Press) [12]$\"}", "Mill 1,Mill 2,Press 1")]
    [InlineData("name: {_nregex: \"[0-4]$\"}", "Lathe 5")]
    [InlineData("name: {_iregex: \"axis\"}", "5-Axis 1")]
    [InlineData("name: {_niregex: \"AXIS|lathe|mill\"}", "Grinder 1,Press 1")]
    [InlineData("name: {_in: [\"Press 1\", \"Mill 2\"]}", "Mill 2,Press 1")]
    [InlineData("name: {_in: \"Press 1\"}", "Press 1")]
    [InlineData("name: {_in: []}", "")]
    [InlineData("name: {_gt: \"Lathe 4\", _lt: \"Mill 2\"}", "Lathe 5,Mill 1")]
    [InlineData("machineRef: {_gte: 204, _lte: 301}", "Mill 4,5-Axis 1,Grinder 1")]
    [InlineData("machineRef: {_gt: 300, _nin: [302]}", "Grinder 1")]
    [InlineData("utilizationWarningPercent: {_is_null: true}", "Lathe 5")]
    [InlineData("utilizationWarningPercent: {_eq: 65.0}, make: {_eq: \"Haas\"}", "Lathe 3,Mill 1,Mill 2")]
    [InlineData("decommissionedAt: {_lt: \"2026-03-01T00:00:00+01:00\"}", "Lathe 5")]
    [InlineData("decommissionedAt: {_eq: \"2026-01-22T00:00:00Z\"}", "Lathe 5")]
    public async Task ComparisonKeepsWhatItSays(string where, string expected)
    {
        var data = await server.QueryAsync($"{{ machines(where: {{ {where} }}) {{ name }} }}");
        Assert.Equal(expected, string.Join(',', data["machines"].Pluck("name")));
    }

    [Theory]
    [InlineData("_or: [{name: {_eq: \"Lathe 1\"}}, {_and: [{make: {_eq: \"Haas\"}}, {machineRef: {_gt: 201}}]}]", "Lathe 1,Mill 2")]
    [InlineData("_not: {name: {_regex: \"Lathe|Mill\"}}", "5-Axis 1,Grinder 1,Press 1")]
    [InlineData("_not: {_not: {name: {_eq: \"Press 1\"}}}", "Press 1")]
    [InlineData("_or: []", "")]
    [InlineData("_and: [], name: {_eq: \"Press 1\"}", "Press 1")]
    [InlineData("_or: {name: {_eq: \"Press 1\"}}", "Press 1")]
    [InlineData("name: null, machineRef: {_eq: 302, _gt: null}", "Press 1")]
    public async Task ExpressionsNest(string where, string expected)
    {
        var data = await server.QueryAsync($"{{ machines(where: {{ {where} }}) {{ name }} }}");
        Assert.Equal(expected, string.Join(',', data["machines"].Pluck("name")));
    }

    [Fact]
    public async Task ComparisonWithNullIsUnknownAndItsNegationToo()
    {
        // Lathe 5 alone has no warning percentage: neither a comparison nor its negation keeps it.
        var data = await server.QueryAsync("""
            {
              over: machines(where: {utilizationWarningPercent: {_gt: 10}}) { machineRef }
              notOver: machines(where: {_not: {utilizationWarningPercent: {_gt: 10}}}) { machineRef }
              different: machines(where: {utilizationWarningPercent: {_neq: 1}}) { machineRef }
            }
            """);
        Assert.Equal(11, data["over"]!.AsArray().Count);
        Assert.Empty(data["notOver"]!.AsArray());
        Assert.Equal(11, data["different"]!.AsArray().Count);
    }

    [Fact]
    public async Task RelationOfManyAsksWhetherThereIsOne()
    {
        var down = server.Shop.Machines.Where(machine => machine.Annotations.Any(stop => stop.EndAt is null)).Select(machine => machine.Name);
        var data = await server.QueryAsync("""
            {
              down: machines(where: {annotations: {endAt: {_is_null: true}}}) { name }
              up: machines(where: {_not: {annotations: {endAt: {_is_null: true}}}}) { name }
              any: machines(where: {currentAlarms: {}}) { name }
            }
            """);
        Assert.Equal(down, data["down"].Pluck("name"));
        Assert.Equal(server.Shop.Machines.Select(machine => machine.Name).Except(down), data["up"].Pluck("name"));
        Assert.Equal(["Mill 2", "Press 1"], data["any"].Pluck("name"));
    }

    [Fact]
    public async Task RelationsOfRelationsFilter()
    {
        var expected = server.Shop.ActivitySets
            .Where(run => run.WorkOrderOperation?.WorkOrder.Part?.PartNumber == "RP-2204" && run.Machine.Location!.Name == "Main hall")
            .Select(run => run.ActivitySetRef.ToString());
        var data = await server.QueryAsync("""
            query($part: PartWhereClause!) {
              activitySets(where: {workOrderOperation: {workOrder: {part: $part}}, machine: {location: {name: {_eq: "Main hall"}}}}) { activitySetRef }
            }
            """, new { part = new { partNumber = new { _eq = "RP-2204" } } });
        Assert.NotEmpty(expected);
        Assert.Equal(expected, data["activitySets"].Pluck("activitySetRef"));
    }

    [Theory]
    [InlineData("rejects", "rejectType: {_eq: NONCONFORM}", "rejectType", "NONCONFORM")]
    [InlineData("rejects", "rejectType: {_nin: [NONCONFORM]}", "rejectType", "SCRAP")]
    [InlineData("workOrders", "status: {_in: [IN_PROGRESS]}", "status", "IN_PROGRESS")]
    [InlineData("annotations", "isPlanned: {_eq: true}", "isPlanned", "true")]
    public async Task EnumsAndBooleansCompare(string field, string where, string member, string expected)
    {
        var data = await server.QueryAsync($"{{ {field}(where: {{ {where} }}) {{ {member} }} }}");
        Assert.NotEmpty(data[field]!.AsArray());
        Assert.All(data[field].Pluck(member), value => Assert.Equal(expected, value));
    }

    [Theory]
    [InlineData("_contains: {is: [\"STOPPED\"]}", "501")]
    [InlineData("_contained_in: {alarm: \"*\", more: 1}", "502")]
    [InlineData("_has_key: \"metric\"", "501,503")]
    [InlineData("_has_keys_all: [\"metric\", \"above\"]", "503")]
    [InlineData("_has_keys_any: [\"alarm\", \"above\"]", "502,503")]
    [InlineData("_eq: {above: 95.5, metric: \"spindleLoad\"}", "503")]
    [InlineData("_neq: {alarm: \"*\"}", "501,503")]
    public async Task JsonCompares(string comparison, string expected)
    {
        var data = await server.QueryAsync($"{{ workflows(where: {{trigger: {{ {comparison} }}}}) {{ workflowRef }} }}");
        Assert.Equal(expected, string.Join(',', data["workflows"].Pluck("workflowRef")));
    }

    [Fact]
    public async Task JsonComparesThroughVariables()
    {
        var data = await server.QueryAsync(
            "query($t: jsonb) { workflows(where: {trigger: {_contains: $t}}) { workflowRef } }", new { t = new { above = 95.5 } });
        Assert.Equal(["503"], data["workflows"].Pluck("workflowRef"));
    }

    [Fact]
    public async Task UuidAndBigintCompare()
    {
        var machine = server.Shop.Machines.First();
        var incident = server.Shop.WorkflowIncidents.First();
        var data = await server.QueryAsync("""
            query($id: uuid!, $ref: bigint!) {
              machines(where: {machineId: {_eq: $id}}) { machineId name }
              workflowIncidents(where: {workflowIncidentRef: {_lte: $ref}}) { workflowIncidentRef }
            }
            """, new { id = machine.MachineId, @ref = incident.WorkflowIncidentRef });
        Assert.Equal([machine.MachineId.ToString()], data["machines"].Pluck("machineId"));
        Assert.Equal([incident.WorkflowIncidentRef.ToString()], data["workflowIncidents"].Pluck("workflowIncidentRef"));
    }

    [Fact]
    public async Task BrokenRegularExpressionIsAnError()
    {
        var response = await server.AskAsync("{ machines(where: {name: {_regex: \"(\"}}) { name } }");
        Assert.Equal("INVALID_REGEX", response["errors"]![0]!["extensions"]!["code"]!.ToString());
    }
}
