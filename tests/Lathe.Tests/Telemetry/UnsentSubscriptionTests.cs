using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Lathe.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lathe.Tests.Telemetry;

/// <summary>A subscription that fails before it connects is a call that failed, for whoever watches calls.</summary>
public sealed class UnsentSubscriptionTests
{
    private const string Fault = "An enum variable was left at its default.";

    // Nothing listens there: the failure comes before that matters.
    private static readonly Uri s_endpoint = new("http://localhost:1/unsent");

    [Fact]
    public async Task ItsActivityEndsAndItIsMeasuredAndLogged()
    {
        using var root = new Activity("root").Start();
        using var stopped = new StoppedActivities(root);
        var durations = new ConcurrentQueue<KeyValuePair<string, object?>[]>();
        using var meters = Measure(durations);
        var log = new ListLogger();
        await using var client = TestClient.Create(
            s_endpoint, options: o => o.NameActivitiesAfterOperations = true, services: s => s.AddLogging(b => b.AddProvider(log)));
        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (var _ in client.Transport.SubscribeAsync(
                MachinesOperation.Subscription, new FaultyVariables(), cancellationToken: TestContext.Current.CancellationToken))
                Assert.Fail("Nothing was sent.");
        });
        var activity = Assert.Single(stopped.All);
        Assert.Equal(("subscription MachineChanges", ActivityStatusCode.Error), (activity.DisplayName, activity.Status));
        Assert.Equal("System.InvalidOperationException", activity.GetTagItem("error.type"));
        Assert.Same(root, Activity.Current);
        Assert.Contains(new("error.type", "System.InvalidOperationException"), Assert.Single(durations));
        Assert.Contains(log.Lines, line => line.StartsWith("test: MachineChanges failed after ", StringComparison.Ordinal)
            && line.EndsWith(Fault, StringComparison.Ordinal));
    }

    private static MeterListener Measure(ConcurrentQueue<KeyValuePair<string, object?>[]> durations)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, to) =>
            {
                if (instrument.Meter.Name == LatheTelemetry.MeterName)
                    to.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) =>
        {
            if (instrument.Name == "graphql.client.request.duration" && tags.Contains(new("server.port", s_endpoint.Port)))
                durations.Enqueue(tags.ToArray());
        });
        listener.Start();
        return listener;
    }

    private sealed class FaultyVariables : IGraphQLVariables
    {
        public void WriteTo(Utf8JsonWriter writer) => throw new InvalidOperationException(Fault);
    }
}
