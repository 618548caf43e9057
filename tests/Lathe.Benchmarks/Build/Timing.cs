using System.Diagnostics;
using System.Globalization;

namespace Lathe.Benchmarks.Build;

/// <summary>The least time and allocation of one kind of work.</summary>
internal readonly record struct Timing(double Milliseconds, double Bytes)
{
    public static Timing Least { get; } = new(double.MaxValue, double.MaxValue);

    public Timing Add(Func<int> work, int times)
    {
        var (milliseconds, bytes) = this;
        GC.Collect();
        for (var i = 0; i < times; i++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            var clock = Stopwatch.StartNew();
            work();
            milliseconds = Math.Min(milliseconds, clock.Elapsed.TotalMilliseconds);
            bytes = Math.Min(bytes, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        return new Timing(milliseconds, bytes);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Milliseconds:0.00} ms, {Bytes / 1048576:0.00} MB");
}
