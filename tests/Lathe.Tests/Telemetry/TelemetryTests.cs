using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Lathe.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lathe.Tests.Telemetry;

public sealed class TelemetryTests
{
    [Fact]
    public async Task AnActivityTellsTheOperationAndHowItWent()
    {
        using var root = new Activity("root").Start();
        using var stopped = new StoppedActivities(root);
        await using var server = await LoopbackServer.StartAsync("""{"data":null,"errors":[{"message":"no"}]}""");
        await using var client = TestClient.Create(server.Endpoint);
        await client.MachinesAsync(variables: new TestVariables(("limit", 12345)));
        var activity = Assert.Single(stopped.All);
        Assert.Equal("query", activity.DisplayName);
        Assert.Equal(ActivityKind.Client, activity.Kind);
        Assert.Equal(ActivityStatusCode.Error, activity.Status);
        Assert.Equal("Machines", activity.GetTagItem("graphql.operation.name"));
        Assert.Equal("query", activity.GetTagItem("graphql.operation.type"));
        Assert.Equal("sha256:" + MachinesOperation.Hash, activity.GetTagItem("graphql.document.hash"));
        Assert.Equal("localhost", activity.GetTagItem("server.address"));
        Assert.Equal(server.Origin.Port, activity.GetTagItem("server.port"));
        Assert.Equal(200, activity.GetTagItem("http.response.status_code"));
        Assert.Equal(1, activity.GetTagItem("graphql.error.count"));
        Assert.Equal("graphql", activity.GetTagItem("error.type"));
        Assert.DoesNotContain(activity.TagObjects, tag => tag.Value?.ToString()?.Contains("12345", StringComparison.Ordinal) ?? false);
        var received = Assert.Single(server.Received);
        Assert.Contains(activity.TraceId.ToString(), received.Headers["traceparent"].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "query", "mutation")]
    [InlineData(true, "query Machines", "mutation Rename")]
    public async Task AnActivityIsNamedAfterTheOperationWhereTheOptionSaysSo(bool isNamed, string query, string mutation)
    {
        using var root = new Activity("root").Start();
        using var stopped = new StoppedActivities(root);
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var client = TestClient.Create(server.Endpoint, options: o => o.NameActivitiesAfterOperations = isNamed);
        await client.MachinesAsync();
        await client.RenameAsync();
        Assert.Equal([query, mutation], stopped.All.Select(activity => activity.DisplayName));
    }

    [Fact]
    public async Task MetricsMeasureDurationSizesAndErrors()
    {
        var measured = new ConcurrentQueue<(string Name, double Value, Dictionary<string, object?> Tags)>();
        using var listener = new MeterListener();
        const string Answer = """{"data":{"machines":[]},"errors":[{"message":"a"},{"message":"b"}]}""";
        await using var server = await LoopbackServer.StartAsync(Answer);
        void Take(string name, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var all = tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value);
            if (Equals(all.GetValueOrDefault("server.port"), server.Origin.Port))
                measured.Enqueue((name, value, all));
        }

        listener.InstrumentPublished = (instrument, to) =>
        {
            if (instrument.Meter.Name == LatheTelemetry.MeterName)
                to.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument.Name, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument.Name, value, tags));
        listener.Start();
        await using var client = TestClient.Create(server.Endpoint);
        await client.MachinesAsync();
        var byName = measured.ToDictionary(item => item.Name);
        Assert.InRange(byName["graphql.client.request.duration"].Value, 0.00001, 30);
        Assert.Equal("graphql", byName["graphql.client.request.duration"].Tags["error.type"]);
        Assert.Equal(200, byName["graphql.client.request.duration"].Tags["http.response.status_code"]);
        Assert.Equal(2, byName["graphql.client.request.errors"].Value);
        Assert.Equal(server.Received.Single().Body.Length, byName["graphql.client.request.body.size"].Value);
        Assert.Equal(Answer.Length, byName["graphql.client.response.body.size"].Value);
        Assert.Equal("test", byName["graphql.client.request.body.size"].Tags["graphql.client.name"]);
    }

    [Fact]
    public async Task VariablesAreLoggedOnlyByNameAndSensitiveOnesNever()
    {
        var log = new ListLogger();
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        var variables = new TestVariables(
            ("limit", 3), ("other", "unseen"), ("password", "hunter2"),
            ("where", new { name = "Mill", apiKey = "hunter2", nested = new[] { new { TOKEN = "hunter2", ok = true } } }),
            ("login", new
            {
                user_api_key = "hunter2",
                newPassword = "hunter2",
                client_secret = new[] { "hunter2" },
                machineKey = "hunter2",
                monkey = 1,
                api_key_id = 2,
            }));
        await using var silent = TestClient.Create(
            server.Endpoint, services: s => s.AddLogging(b => b.SetMinimumLevel(LogLevel.Trace).AddProvider(log)));
        await silent.MachinesAsync(variables: variables);
        Assert.Contains(log.Lines, line => line == "test: sending query Machines.");
        await using var client = TestClient.Create(
            server.Endpoint,
            options: o => o.LoggedVariables.UnionWith(["limit", "where", "password", "login"]),
            services: s => s.AddLogging(b => b.SetMinimumLevel(LogLevel.Trace).AddProvider(log)));
        await client.MachinesAsync(variables: variables);
        Assert.Contains(
            "test: sending query Machines with limit = 3, password = (hidden), where = { name: \"Mill\", apiKey: (hidden), nested: [{ TOKEN: "
                + "(hidden), ok: true }] }, "
            + "login = { user_api_key: (hidden), newPassword: (hidden), client_secret: (hidden), machineKey: (hidden), monkey: 1, api_key_id: 2 }.",
            log.Lines);
        Assert.DoesNotContain(
            log.Lines, line => line.Contains("hunter2", StringComparison.Ordinal) || line.Contains("unseen", StringComparison.Ordinal));
    }

    [Fact]
    public async Task NamesOfOnesOwnAreSensitiveAndThoseTakenOutAreNot()
    {
        var log = new ListLogger();
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var client = TestClient.Create(
            server.Endpoint,
            options: o =>
            {
                o.LoggedVariables.UnionWith(["badge", "userBadge", "pin"]);
                o.SensitiveNames.Add("badge");
                o.SensitiveNames.Remove("pin");
            },
            services: s => s.AddLogging(b => b.SetMinimumLevel(LogLevel.Trace).AddProvider(log)));
        await client.MachinesAsync(variables: new TestVariables(("badge", "hunter2"), ("userBadge", "hunter2"), ("pin", 4)));
        Assert.Contains("test: sending query Machines with badge = (hidden), userBadge = (hidden), pin = 4.", log.Lines);
    }

    [Fact]
    public async Task VariablesInTheAddressOfAGetAreNotLoggedEither()
    {
        var log = new ListLogger();
        await using var server = await LoopbackServer.StartAsync(context => Reply.Json(context, "gone", "text/plain", 500));
        await using var client = TestClient.Create(
            server.Endpoint,
            options: o => o.UseGetForQueries = true,
            services: s => s.AddLogging(b => b.SetMinimumLevel(LogLevel.Trace).AddProvider(log)));
        var exception = await Assert.ThrowsAsync<GraphQLHttpException>(
            () => client.MachinesAsync(variables: new TestVariables(("name", "unseen"))));
        Assert.Contains("unseen", Assert.Single(server.Received).Target, StringComparison.Ordinal);
        Assert.NotEmpty(log.Lines);
        Assert.DoesNotContain(log.Lines, line => line.Contains("unseen", StringComparison.Ordinal));
        Assert.DoesNotContain("unseen", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FailuresAreLoggedWithWhatToDo()
    {
        var log = new ListLogger();
        await using var server = await LoopbackServer.StartAsync(context => Reply.Json(context, "gone", "text/plain", 404));
        await using var client = TestClient.Create(server.Endpoint, services: s => s.AddLogging(b => b.AddProvider(log)));
        await Assert.ThrowsAsync<GraphQLHttpException>(() => client.MachinesAsync());
        Assert.Contains(log.Lines, line => line.StartsWith("test: Machines failed after ", StringComparison.Ordinal)
            && line.Contains("Is Endpoint the server's GraphQL address?", StringComparison.Ordinal));
    }
}
