using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;

namespace Lathe.Benchmarks.Build;

/// <summary>The generator in Roslyn's driver: from nothing, after an edit of one operation, after an edit of C#.</summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, warmupCount: 3, iterationCount: 9, invocationCount: 1)]
public class GeneratorBenchmarks
{
    private BuildProject _project = null!;

    [Params("github:20", "github:200", "github:2000", "linear:663")]
    public string Workload { get; set; } = "";

    [GlobalSetup]
    public void Read()
    {
        var parts = Workload.Split(':');
        _project = new BuildProject(parts[0], int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Benchmark(Baseline = true)]
    public int WarmFullRun() => _project.RunAll();

    [Benchmark]
    public int EditOfOneOperation() => _project.EditOperation();

    [Benchmark]
    public int EditOfCSharp() => _project.EditCSharp();
}

/// <summary>The first run of a process: what a build without a compiler server pays.</summary>
[SimpleJob(RunStrategy.ColdStart, launchCount: 5, warmupCount: 0, iterationCount: 1, invocationCount: 1)]
public class ColdGeneratorBenchmarks
{
    [Params("github:200", "linear:663")]
    public string Workload { get; set; } = "";

    [Benchmark]
    public int FirstRun()
    {
        var parts = Workload.Split(':');
        return new BuildProject(parts[0], int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture)).Characters;
    }
}
