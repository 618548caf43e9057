namespace Lathe.Samples.Tests.Server;

public sealed class WindowTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private static readonly DateTimeOffset From = new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset To = From.AddHours(1);

    [Fact]
    public async Task SamplesLieWithinTheHalfOpenWindow()
    {
        var expected = server.Shop.Machines.First().Quantities
            .Where(sample => sample.MetricKey == "spindleSpeed" && sample.EventTime >= From && sample.EventTime < To).ToList();
        var data = await server.QueryAsync("""
            query($args: QuantitiesArguments!) { quantities(args: $args) { eventTime value sequence machineRef metricKey } }
            """, new { args = new { machineRef = 101, metricKey = "spindleSpeed", windowStartAt = From, windowEndAt = To } });
        Assert.Equal(120, expected.Count);
        Assert.Equal(expected.Select(sample => sample.Sequence.ToString()), data["quantities"].Pluck("sequence"));
        Assert.Equal(expected.Select(sample => sample.Value), data["quantities"]!.AsArray().Select(sample => (decimal?)sample!["value"]));
    }

    [Fact]
    public async Task IntervalsThatTouchTheWindowAreReturnedWhole()
    {
        var expected = server.Shop.Machines.First().StateIntervals
            .Where(span => span.MetricKey == "MasterExecution" && span.StartAt < To && !(span.EndAt <= From)).ToList();
        var data = await server.QueryAsync(Intervals("101", From, To));
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
            .Where(sample => sample.MetricKey == "spindleLoad" && sample.EventTime >= From && sample.EventTime < To)
            .GroupBy(sample => (int)((sample.EventTime - From) / TimeSpan.FromMinutes(20))).ToList();
        var data = await server.QueryAsync("""
            query($args: QuantityAggregatesArguments!) { quantityAggregates(args: $args) { sampleCount minimum maximum average } }
            """, new { args = new { machineRef = 101, metricKey = "spindleLoad", windowStartAt = From, windowEndAt = To, bucket = "PT20M" } });
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
        var data = await server.QueryAsync(Intervals("9", From, To));
        Assert.Empty(data["stateIntervals"]!.AsArray());
    }

    [Fact]
    public async Task WindowThatEndsBeforeItBeginsIsAnError()
    {
        var response = await server.AskAsync(Intervals("101", To, From));
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
