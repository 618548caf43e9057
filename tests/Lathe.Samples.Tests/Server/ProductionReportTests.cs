using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lathe.TestSupport;
using MachineMetrics.Server.Entities;

namespace Lathe.Samples.Tests.Server;

public sealed class ProductionReportTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private static readonly DateTimeOffset s_yesterday = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task RatesAreTimeInCycleByAllTime()
    {
        var report = await ReportAsync(
            new { startDay = "2026-03-02", endDay = "2026-03-02", data = Metrics("timeInCycle", "allTime", "utilizationRate", "totalParts") });
        var machines = server.Shop.Machines.Where(machine => machine.DecommissionedAt is null).ToList();
        var cycle = machines.Sum(machine => InCycle(machine, s_yesterday, s_yesterday.AddDays(1)));
        var aggregate = report["aggregate"]!;
        Assert.Equal(machines.Count * 86_400_000.0, (double)aggregate["allTime"]!);
        Assert.Equal(cycle, (double)aggregate["timeInCycle"]!, 3);
        Assert.Equal(cycle / (machines.Count * 86_400_000.0), (double)aggregate["utilizationRate"]!, 6);
        Assert.Equal(
            server.Shop.PartCounts.Where(count => count.CountedAt >= s_yesterday && count.CountedAt < s_yesterday.AddDays(1))
                .Sum(count => count.Value),
            (int)aggregate["totalParts"]!);
        Assert.Equal(aggregate.ToJsonString(), Assert.Single(report["items"]!.AsArray())!.ToJsonString());
    }

    [Fact]
    public async Task FlatRowsHaveOneColumnAGroupAndAddUp()
    {
        var report = await ReportAsync(new
        {
            startDay = "2026-03-01",
            endDay = "2026-03-02",
            data = Metrics("totalParts", "allTime"),
            groupBy = Groups("machine", "shift", "day"),
            flatten = true,
        });
        var rows = report["items"]!.AsArray();
        Assert.Equal(11 * 3 * 2, rows.Count);
        Assert.Equal((int)report["aggregate"]!["totalParts"]!, rows.Sum(row => (int)row!["totalParts"]!));
        Assert.Equal(["No Shift", "Day", "Evening"], rows.Pluck("shift").Distinct());
        Assert.Equal(
            ["machine", "machineId", "shift", "shiftId", "day", "totalParts", "allTime"],
            rows[0]!.AsObject().Select(member => member.Key));
    }

    [Fact]
    public async Task NoShiftIsAVirtualShiftWithoutRates()
    {
        var report = await ReportAsync(new
        {
            startDay = "2026-03-02",
            endDay = "2026-03-02",
            data = Metrics("utilizationRate", "allTime"),
            groupBy = Groups("shift"),
            flatten = true,
        });
        var outside = Assert.Single(report["items"]!.AsArray(), row => row!["shift"]!.ToString() == "No Shift")!;
        Assert.Null(outside["shiftId"]);
        Assert.Null(outside["utilizationRate"]);
        Assert.Equal(11 * 8 * 3_600_000.0, (double)outside["allTime"]!);
    }

    [Fact]
    public async Task RowsNestUnlessFlattened()
    {
        var report = await ReportAsync(
            new { startDay = "2026-03-01", endDay = "2026-03-02", data = Metrics("goodParts"), groupBy = Groups("machineGroup", "day") });
        var lathes = Assert.Single(report["items"]!.AsArray(), row => row!["machineGroup"]!.ToString() == "Lathes")!;
        Assert.Equal(["2026-03-01", "2026-03-02"], lathes["items"].Pluck("day"));
        Assert.Equal((int)lathes["goodParts"]!, lathes["items"]!.AsArray().Sum(row => (int)row!["goodParts"]!));
    }

    [Theory]
    [InlineData("hour", 24)]
    [InlineData("day", 1)]
    [InlineData("week", 1)]
    [InlineData("month", 1)]
    public async Task TimeIsSplitByTheCalendar(string group, int rows)
    {
        var report = await ReportAsync(
            new { startDay = "2026-03-02", endDay = "2026-03-02", data = Metrics("allTime"), groupBy = Groups(group), flatten = true });
        Assert.Equal(rows, report["items"]!.AsArray().Count);
        Assert.Equal((double)report["aggregate"]!["allTime"]!, report["items"]!.AsArray().Sum(row => (double)row!["allTime"]!));
    }

    [Fact]
    public async Task FiltersKeepTheNamedOnly()
    {
        var machine = server.Shop.Machines.First(machine => machine.Name == "Mill 3");
        var report = await ReportAsync(new
        {
            startDay = "2026-03-02",
            endDay = "2026-03-02",
            data = Metrics("timeInCycle"),
            groupBy = Groups("machine"),
            filter = new { machine = new[] { machine.MachineId.ToString() }, shift = new[] { "2" }, @operator = Array.Empty<string>() },
            flatten = true,
        });
        var row = Assert.Single(report["items"]!.AsArray())!;
        Assert.Equal("Mill 3", row["machine"]!.ToString());
        Assert.Equal(InCycle(machine, s_yesterday.AddHours(14), s_yesterday.AddHours(22)), (double)row["timeInCycle"]!, 3);
    }

    [Fact]
    public async Task PeriodEndsNow()
    {
        var report = await ReportAsync(new { startDay = "2026-03-03", endDay = "2026-03-09", data = Metrics("allTime", "maxEndTime") });
        Assert.Equal(11 * (server.Shop.Now - server.Shop.Today).TotalMilliseconds, (double)report["aggregate"]!["allTime"]!);
        Assert.Equal(
            server.Shop.Now, DateTimeOffset.Parse(report["aggregate"]!["maxEndTime"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task OlderPairOfInstantsIsTaken()
    {
        var report = await ReportAsync(new { start = "2026-03-02T06:00:00Z", end = "2026-03-02T07:00:00Z", data = Metrics("allTime") });
        Assert.Equal(11 * 3_600_000.0, (double)report["aggregate"]!["allTime"]!);
    }

    [Fact]
    public async Task EveryDocumentedMetricIsAnswered()
    {
        var file = SharedFolder.Require("machinemetrics/rest/reports-production.openapi.json");
        var document = JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!;
        var names = document["components"]!["schemas"]!["Metric"]!["anyOf"]!.AsArray()
            .SelectMany(part => part!["enum"]?.AsArray().Select(name => name!.ToString()) ?? []).ToArray();
        var report = await ReportAsync(new { startDay = "2026-03-02", endDay = "2026-03-02", data = Metrics(names) });
        Assert.All(names, name => Assert.NotNull(report["aggregate"]![name]));
    }

    [Fact]
    public async Task CsvHasAHeaderAndARowForEach()
    {
        var body = new { startDay = "2026-03-02", endDay = "2026-03-02", data = Metrics("totalParts"), groupBy = Groups("machine"), csv = true };
        using var response = await server.PostAsync("/reports/production", JsonSerializer.Serialize(body), server.Server.Key);
        Assert.Equal("text/csv", response.Content.Headers.ContentType!.MediaType);
        var lines = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n");
        Assert.Equal("machine,machineId,totalParts", lines[0]);
        Assert.Equal(13, lines.Length);
    }

    [Theory]
    [InlineData("error-400-json", "{")]
    [InlineData("error-400-validation", """{"startDay":"2026-03-02","endDay":"2026-03-02","data":[{"metric":"abc"}]}""")]
    public async Task DocumentedErrorIsAnsweredToTheLetter(string sample, string body)
    {
        var file = SharedFolder.Require($"machinemetrics/rest/{sample}.json");
        using var response = await server.PostAsync("/reports/production", body, server.Server.Key);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var expected = JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!;
        Assert.Equal(expected.ToJsonString(), (await response.JsonAsync()).ToJsonString());
    }

    [Theory]
    [InlineData("request-seed")]
    [InlineData("request-grouped")]
    public async Task SharedRequestIsValid(string sample)
    {
        var file = SharedFolder.Require($"machinemetrics/rest/{sample}.json");
        using var response = await server.PostAsync(
            "/reports/production", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), server.Server.Key);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("""{"endDay":"2026-03-02","data":[{"metric":"oee"}]}""", "startDay", "MissingField")]
    [InlineData("""{"startDay":"2026-03-02","data":[{"metric":"oee"}]}""", "endDay", "MissingField")]
    [InlineData("""{"startDay":"2026-03-03","endDay":"2026-03-02","data":[{"metric":"oee"}]}""", "endDay", "InvalidRange")]
    [InlineData("""{"startDay":"03/02/2026","endDay":"2026-03-02","data":[{"metric":"oee"}]}""", "startDay", "InvalidDate")]
    [InlineData("""{"startDay":7,"endDay":"2026-03-02","data":[{"metric":"oee"}]}""", "startDay", "InvalidDate")]
    [InlineData("""{"start":"2026-03-02T00:00:00Z","end":"2026-03-02T00:00:00Z","data":[{"metric":"oee"}]}""", "end", "InvalidRange")]
    [InlineData("""{"startDay":"2026-03-02","endDay":"2026-03-02"}""", "data", "MissingField")]
    [InlineData("""{"startDay":"2026-03-02","endDay":"2026-03-02","data":[]}""", "data", "MissingField")]
    [InlineData("""{"startDay":"2026-03-02","endDay":"2026-03-02","data":["oee"]}""", "data", "InvalidDataItem")]
    [InlineData("""{"startDay":"2026-03-02","endDay":"2026-03-02","data":[{"metric":"oee"}],"groupBy":[{"group":"color"}]}""", "groupBy", "InvalidGroup")]
    [InlineData("""{"startDay":"2026-03-02","endDay":"2026-03-02","data":[{"metric":"oee"}],"groupBy":"machine"}""", "groupBy", "MissingField")]
    [InlineData("""{"startDay":"2026-03-02","endDay":"2026-03-02","data":[{"metric":"oee"}],"filter":{"color":["red"]}}""", "filter", "InvalidFilter")]
    [InlineData("""{"startDay":"2026-03-02","endDay":"2026-03-02","data":[{"metric":"oee"}],"flatten":"yes"}""", "flatten", "InvalidFlag")]
    public async Task FaultNamesItsField(string body, string field, string code)
    {
        using var response = await server.PostAsync("/reports/production", body, server.Server.Key);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = Assert.Single((await response.JsonAsync())["errors"]!.AsArray())!;
        Assert.Equal((field, code), (error["field"]!.ToString(), error["code"]!.ToString()));
    }

    private static double InCycle(Machine machine, DateTimeOffset from, DateTimeOffset to) => machine.StateIntervals
        .Where(span => span is { MetricKey: "MasterExecution", Value: "ACTIVE" } && span.StartAt < to && !(span.EndAt <= from))
        .Sum(span => ((span.EndAt is { } end && end < to ? end : to) - (span.StartAt > from ? span.StartAt : from)).TotalMilliseconds);

    private static object[] Metrics(params string[] names) => [.. names.Select(metric => new { metric })];

    private static object[] Groups(params string[] names) => [.. names.Select(group => new { group })];

    private async Task<JsonNode> ReportAsync(object request)
    {
        using var response = await server.PostAsync("/reports/production", JsonSerializer.Serialize(request), server.Server.Key);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.JsonAsync();
    }
}
