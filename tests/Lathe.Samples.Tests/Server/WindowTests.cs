namespace Lathe.Samples.Tests.Server;

public sealed class WindowTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private static readonly DateTimeOffset s_from = new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset s_to = s_from.AddHours(1);

    [Fact]
    public async Task SamplesLieWithinTheHalfOpenWindow()
    {
        var expected = server.Shop.Machines.First().Quantities
            .Where(sample => sample.MetricKey == "spindleSpeed" && sample.EventTime >= s_from && sample.EventTime < s_to).ToList();
        var data = await server.QueryAsync("""
            query($args: QuantitiesArguments!) { quantities(args: $args) { eventTime value sequence machineRef metricKey } }
            """, new { args = new { machineRef = 101, metricKey = "spindleSpeed", windowStartAt = s_from, windowEndAt = s_to } });
        Assert.Equal(120, expected.Count);
        Assert.Equal(expected.Select(sample => sample.Sequence.ToString()), data["quantities"].Pluck("sequence"));
        Assert.Equal(expected.Select(sample => sample.Value), data["quantities"]!.AsArray().Select(sample => (decimal?)sample!["value"]));
    }

    [Fact]
    public async Task IntervalsThatTouchTheWindowAreReturnedWhole()
    {
        var expected = server.Shop.Machines.First().StateIntervals
            .Where(span => span.MetricKey == "MasterExecution" && span.StartAt < s_to && !(span.EndAt <= s_from)).ToList();
        var data = await server.QueryAsync(Intervals("101", s_from, s_to));
        Assert.Equal(expected.Select(span => span.Value), data["stateIntervals"].Pluck("value"));
        Assert.Equal(
            expected.Select(span => span.StartAt),
            data["stateIntervals"].Pluck("startAt").Select(text => DateTimeOffset.Parse(text!, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task OpenIntervalHasNoEnd()
    {
        var data = await server.QueryAsync(Intervals("101", server.Shop.Now, server.Shop.Now.AddHours(1)));
        Assert.Equal([null], data["stateIntervals"].Pluck("endAt"));
    }

    [Fact]
    public async Task AggregatesAreThoseOfTheSamples()
    {
        var buckets = server.Shop.Machines.First().Quantities
            .Where(sample => sample.MetricKey == "spindleLoad" && sample.EventTime >= s_from && sample.EventTime < s_to)
            .GroupBy(sample => (int)((sample.EventTime - s_from) / TimeSpan.FromMinutes(20))).ToList();
        var data = await server.QueryAsync("""
            query($args: QuantityAggregatesArguments!) { quantityAggregates(args: $args) { sampleCount minimum maximum average } }
            """, new { args = new { machineRef = 101, metricKey = "spindleLoad", windowStartAt = s_from, windowEndAt = s_to, bucket = "PT20M" } });
        var rows = data["quantityAggregates"]!.AsArray();
        Assert.Equal(3, rows.Count);
        Assert.Equal(buckets.Select(bucket => bucket.Count()), rows.Select(row => (int)row!["sampleCount"]!));
        Assert.Equal(buckets.Select(bucket => bucket.Min(sample => sample.Value)), rows.Select(row => (decimal?)row!["minimum"]));
        Assert.Equal(buckets.Select(bucket => bucket.Average(sample => sample.Value)), rows.Select(row => (decimal?)row!["average"]));
    }

    [Fact]
    public async Task AlarmSpansAreRead()
    {
        var data = await server.QueryAsync("""
            { alarmIntervals(args: {machineRef: 202, windowStartAt: "2026-03-03T10:00:00Z", windowEndAt: "2026-03-03T11:00:00Z"}) { nativeCode severity endAt } }
            """);
        Assert.Equal(["E-144"], data["alarmIntervals"].Pluck("nativeCode"));
        Assert.Equal(["FAULT"], data["alarmIntervals"].Pluck("severity"));
    }

    [Fact]
    public async Task UnknownMachineHasNothing()
    {
        var data = await server.QueryAsync(Intervals("9", s_from, s_to));
        Assert.Empty(data["stateIntervals"]!.AsArray());
    }

    [Fact]
    public async Task WindowThatEndsBeforeItBeginsIsAnError()
    {
        var response = await server.AskAsync(Intervals("101", s_to, s_from));
        Assert.Equal("windowStartAt must be before windowEndAt.", response["errors"]![0]!["message"]!.ToString());
    }

    private static string Intervals(string machineRef, DateTimeOffset from, DateTimeOffset to) => $$"""
        {
          stateIntervals(args: {machineRef: {{machineRef}}, metricKey: "MasterExecution", windowStartAt: "{{from:O}}", windowEndAt: "{{to:O}}"}) {
            value startAt endAt
          }
        }
        """;
}
