using System.Diagnostics;
using System.Globalization;

namespace Lathe.Benchmarks.Json;

/// <summary>One way of doing the same work.</summary>
/// <param name="Name">How the table calls it.</param>
/// <param name="Run">Does the work once and returns something of its result.</param>
internal sealed record Contender(string Name, Func<object?> Run);

/// <summary>A row of a table.</summary>
/// <param name="Name">The contender.</param>
/// <param name="Microseconds">The least time of one run.</param>
/// <param name="Ratio">That time, relative to the first contender's.</param>
/// <param name="Bytes">What one run allocates.</param>
internal sealed record Score(string Name, double Microseconds, double Ratio, long Bytes);

/// <summary>
/// Compares ways of doing the same work round by round. Rounds are short and many, and the least time of each contender counts: what else the
/// machine does can only add to a round. Garbage collection between runs is not counted.
/// </summary>
internal static class Contest
{
    private static readonly TimeSpan s_warmUp = TimeSpan.FromMilliseconds(200);

    public static IReadOnlyList<Score> Run(IReadOnlyList<Contender> contenders, bool isShort)
    {
        const double MillisecondsEach = 2;
        var rounds = isShort ? 60 : 250;
        var counts = contenders.Select(contender => WarmUp(contender, MillisecondsEach)).ToArray();
        var least = contenders.Select(_ => double.MaxValue).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < contenders.Count; i++)
            {
                GC.Collect();
                least[i] = Math.Min(least[i], Time(contenders[i], counts[i]).TotalMicroseconds / counts[i]);
            }
        }

        return [.. contenders.Select((contender, i) => new Score(contender.Name, least[i], least[i] / least[0], Allocated(contender)))];
    }

    /// <summary>Prints a table; with the size of the work also its speed.</summary>
    public static void Print(string title, IReadOnlyList<Score> scores, long size = 0)
    {
        Console.WriteLine($"\n### {title}\n");
        Console.WriteLine("| | ratio | time | MB/s | allocated |\n| --- | ---: | ---: | ---: | ---: |");
        foreach (var score in scores)
        {
            var speed = size == 0 ? "" : (size / score.Microseconds).ToString("0", CultureInfo.InvariantCulture);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {score.Name} | {score.Ratio:0.00} | {score.Microseconds:0.00} µs | {speed} | {score.Bytes:N0} B |"));
        }
    }

    public static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }

    // Runs until the code is optimised, and returns how many runs take the time asked for.
    private static int WarmUp(Contender contender, double milliseconds)
    {
        // More than once: the compiler counts calls anew in the code that it instruments, and works in the background.
        var runs = 0;
        for (var phase = 0; phase < 3; phase++)
        {
            var watch = Stopwatch.StartNew();
            for (runs = 0; watch.Elapsed < s_warmUp || runs < 60; runs++)
                contender.Run();
            Thread.Sleep(200);
        }

        var one = Math.Max(0.05, Time(contender, Math.Min(runs, 200)).TotalMicroseconds / Math.Min(runs, 200));
        return Math.Max(1, (int)(milliseconds * 1000 / one));
    }

    private static TimeSpan Time(Contender contender, int count)
    {
        var paused = GC.GetTotalPauseDuration();
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < count; i++)
            GC.KeepAlive(contender.Run());
        return watch.Elapsed - (GC.GetTotalPauseDuration() - paused);
    }

    private static long Allocated(Contender contender)
    {
        contender.Run();
        var before = GC.GetAllocatedBytesForCurrentThread();
        contender.Run();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
