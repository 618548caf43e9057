using System.Diagnostics;
using System.Globalization;

namespace Lathe.Benchmarks.Build;

/// <summary>
/// The generator in Roslyn's driver, printed as the tables of <c>docs/performance/build.md</c>. Rounds run each kind of work in turn, and
/// the least of them counts: what other processes of the machine take can only be added.
/// </summary>
internal static class BuildContest
{
    private static readonly (string Workload, int Operations, int SchemaCopies)[] s_workloads =
        [("github", 20, 1), ("github", 200, 1), ("github", 2000, 1), ("github", 2000, 4), ("linear", 663, 1)];

    public static void Run(bool isShort, string? only)
    {
        Console.WriteLine("| workload | operations | cold | warm full run | edit of one operation | of the full run | edit of C# | Roslyn alone |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var (workload, operations, copies) in s_workloads.Where(one => only is null || one.Workload == only))
            Console.WriteLine(Row(workload, operations, copies, isShort ? 3 : 9));
    }

    /// <summary>Runs once and prints the milliseconds: the child process of <see cref="Run"/>.</summary>
    public static void RunCold(string workload, string operations, string copies)
    {
        var project = new BuildProject(
            workload, int.Parse(operations, CultureInfo.InvariantCulture), int.Parse(copies, CultureInfo.InvariantCulture));
        var driver = project.Open();
        var clock = Stopwatch.StartNew();
        project.Run(driver);
        Console.WriteLine(clock.Elapsed.TotalMilliseconds.ToString("F1", CultureInfo.InvariantCulture));
    }

    private static string Row(string workload, int operations, int copies, int rounds)
    {
        var cold = Enumerable.Range(0, Math.Min(rounds, 5)).Min(_ => Cold(workload, operations, copies));
        var project = new BuildProject(workload, operations, copies);
        var (full, edit, csharp, bare) = (Timing.Least, Timing.Least, Timing.Least, Timing.Least);
        WarmUp(project);
        for (var round = 0; round < rounds; round++)
        {
            var driver = project.Open();
            full = full.Add(() => project.Run(driver), 1);
            edit = edit.Add(project.EditOperation, 20);
            csharp = csharp.Add(project.EditCSharp, 20);
            bare = bare.Add(project.EditBeside(), 20);
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {workload}{(copies > 1 ? $", schema {copies} times as large" : "")} | {operations:N0} | {cold:N0} ms | {full} | {edit} | "
                + $"{edit.Milliseconds / full.Milliseconds:P2} | {csharp} | {bare} |");
    }

    // As in an editor's process, where all of this has been compiled for good.
    private static void WarmUp(BuildProject project)
    {
        for (var phase = 0; phase < 3; phase++)
        {
            project.Prepare();
            var clock = Stopwatch.StartNew();
            var beside = project.EditBeside();
            while (clock.ElapsedMilliseconds < 400)
            {
                project.EditOperation();
                beside();
            }

            Thread.Sleep(200);
        }
    }

    private static double Cold(string workload, int operations, int copies)
    {
        var start = new ProcessStartInfo(
            Environment.ProcessPath!,
            ["build-once", workload, operations.ToString(CultureInfo.InvariantCulture), copies.ToString(CultureInfo.InvariantCulture)])
            {
                RedirectStandardOutput = true,
            };
        using var process = Process.Start(start)!;
        return double.Parse(process.StandardOutput.ReadToEnd(), CultureInfo.InvariantCulture);
    }
}
