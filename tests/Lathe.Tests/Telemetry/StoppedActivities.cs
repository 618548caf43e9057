using System.Collections.Concurrent;
using System.Diagnostics;

namespace Lathe.Tests.Telemetry;

/// <summary>Records the activities of Lathe that end below a root.</summary>
internal sealed class StoppedActivities : IDisposable
{
    private readonly ActivityListener _listener;

    public StoppedActivities(Activity root)
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == LatheTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == root.TraceId)
                    All.Enqueue(activity);
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public ConcurrentQueue<Activity> All { get; } = new();

    public void Dispose() => _listener.Dispose();
}
