using System.Collections.Concurrent;

namespace MachineMetrics.Server.Limits;

/// <summary>Counts the requests that each company started within the last minute: a sliding window, not a fixed one.</summary>
internal sealed class RequestWindow(int limit, TimeProvider clock)
{
    private static readonly TimeSpan s_length = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<int, Queue<long>> started = new();

    /// <summary>Takes a place in the window.</summary>
    /// <returns>Null when there was one, otherwise how long it takes until there is.</returns>
    public TimeSpan? TryEnter(int companyRef)
    {
        var starts = started.GetOrAdd(companyRef, _ => new Queue<long>());
        lock (starts)
        {
            var now = clock.GetTimestamp();
            while (starts.TryPeek(out var oldest) && clock.GetElapsedTime(oldest, now) >= s_length)
                starts.Dequeue();
            if (starts.Count >= limit)
                return starts.TryPeek(out var first) ? s_length - clock.GetElapsedTime(first, now) : s_length;
            starts.Enqueue(now);
            return null;
        }
    }
}
