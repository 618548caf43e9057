using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Lathe.Json;
using Lathe.Tests.Support;

namespace Lathe.Tests.Json;

/// <summary>Reading allocates its result. Alone, since a measured thread is one of the pool, and pools are shared with other tests.</summary>
[Collection(RunsAlone.Name)]
public sealed class AllocationTests
{
    private static readonly JsonSerializerOptions s_compact = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
    private static readonly JsonSerializerOptions s_indented = new(s_compact) { WriteIndented = true };

    [Theory]
    [InlineData(1, false)]
    [InlineData(100, false)]
    [InlineData(10_000, false)]
    [InlineData(100, true)]
    public void ReadingAllocatesTheResultAndNothingElse(int count, bool indented)
    {
        var bytes = Answer(count, indented);
        var result = Read(bytes);
        Assert.Equal(count, result.Machines.Count);

        // The pools are filled by the first rounds.
        for (var warmUp = 0; warmUp < 3; warmUp++)
            Read(bytes);
        var read = Measure(() => Read(bytes));
        Copy(result);
        var size = Measure(() => Copy(result));
        Assert.InRange(read, size * 0.99, size * 1.02);
    }

    private static ShopData Read(byte[] bytes)
    {
        var cursor = new JsonCursor(bytes);
        var data = ShopJson.ReadData(ref cursor);
        cursor.ReadEndOfDocument();
        return data;
    }

    // A collection in between adds or hides what is left of the thread's piece of the heap: the least of some rounds counts.
    private static long Measure(Func<object> make) => Enumerable.Range(0, 5).Min(_ =>
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        GC.KeepAlive(make());
        return GC.GetAllocatedBytesForCurrentThread() - before;
    });

    // The optimizing compiler, whenever it comes by, puts some of what is allocated here onto the stack: the yardstick would shrink.
    [MethodImpl(MethodImplOptions.NoOptimization)]
    private static ShopData Copy(ShopData data)
    {
        var machines = new ShopMachine[data.Machines.Count];
        for (var i = 0; i < machines.Length; i++)
        {
            var one = data.Machines[i];
            var samples = new ShopSample[one.Samples.Count];
            for (var j = 0; j < samples.Length; j++)
                samples[j] = one.Samples[j] with { Unit = Copy(one.Samples[j].Unit) };
            machines[i] = one with
            {
                Id = Copy(one.Id)!,
                Name = Copy(one.Name)!,
                Note = Copy(one.Note),
                Place = one.Place! with { Hall = Copy(one.Place.Hall)! },
                Samples = new ResultList<ShopSample>(samples),
            };
        }

        return new ShopData { Machines = new ResultList<ShopMachine>(machines) };
    }

    private static string? Copy(string? text) => text is null ? null : new string(text.AsSpan());

    private static byte[] Answer(int count, bool indented)
    {
        var machines = Enumerable.Range(0, count).Select(static index => new ShopMachine
        {
            Id = $"machine-{index}",
            Name = $"Lathe number {index} of the north hall",
            Number = index,
            Cycles = index * 1_000_000_007L,
            Load = index / 8.0,
            Running = index % 2 == 0,
            StartedAt = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(index),
            Note = index % 3 == 0 ? null : "Oil é\n",
            Place = new() { Hall = "North", Row = index % 7, Key = new Guid(index, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10) },
            Samples = [new() { Value = index / 4m, Unit = "mm" }, new() { Value = 1.5m }, new() { Value = -2, Unit = "µm" }],
        });
        return Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new ShopData { Machines = [.. machines] }, indented ? s_indented : s_compact));
    }
}
