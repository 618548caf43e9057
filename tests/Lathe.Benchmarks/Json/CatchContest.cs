using System.Diagnostics;
using System.Globalization;
using Lathe.Responses;

namespace Lathe.Benchmarks.Json;

/// <summary>
/// What fields that catch errors cost where there are none. Each way runs in processes of its own: the compiler profiles the code that
/// all share, such as that of lists, and lays it out for the way that comes first.
/// </summary>
internal static class CatchContest
{
    private const int Processes = 7;

    private static readonly string[] s_ways = ["without @catch", "three results and one that throws, of 13 fields", "all fields are results"];

    public static void Run(bool isShort)
    {
        foreach (var count in new[] { 1, 100, 10_000 })
        {
            var runs = s_ways.Select(static _ => new List<(double Time, long Bytes)>()).ToList();
            for (var i = 0; i < (isShort ? 1 : Processes); i++)
            {
                for (var way = 0; way < s_ways.Length; way++)
                    runs[way].Add(Start(way, count, isShort));
            }

            var times = runs.Select(static run => Contest.Median([.. run.Select(static one => one.Time)])).ToList();
            var scores = s_ways.Select((name, way) => new Score(name, times[way], times[way] / times[0], runs[way][0].Bytes));
            Contest.Print($"{count:N0} objects without errors", [.. scores], Answer(count).Length);
        }
    }

    /// <summary>Runs one way in this process, and prints its least time and what it allocates.</summary>
    public static void RunOnce(int way, int count, bool isShort)
    {
        var json = Answer(count);
        Func<object?> read = way switch
        {
            0 => () => Read(Generated.MachinesQuery.Operation, json),
            1 => () => Read(Generated.CaughtMachinesQuery.Operation, json),
            _ => () => Read(Generated.FullyCaughtMachinesQuery.Operation, json),
        };
        var score = Contest.Run([new(s_ways[way], read)], isShort)[0];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{score.Microseconds} {score.Bytes}"));
    }

    private static (double Time, long Bytes) Start(int way, int count, bool isShort)
    {
        List<string> arguments = ["readers-once", $"{way}", count.ToString(CultureInfo.InvariantCulture)];
        if (isShort)
            arguments.Add("--short");
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true })!;
        var words = process.StandardOutput.ReadToEnd().Split(' ');
        return (double.Parse(words[0], CultureInfo.InvariantCulture), long.Parse(words[1], CultureInfo.InvariantCulture));
    }

    private static byte[] Answer(int count) => ShopAnswers.Make(count, "compact");

    private static TData? Read<TData>(GraphQLOperation<TData> operation, byte[] json)
        where TData : class => ResponseEnvelope<TData>.Read(operation.ReadData, json, 128).Data;
}
