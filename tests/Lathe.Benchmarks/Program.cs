using BenchmarkDotNet.Running;
using Lathe.Benchmarks.Build;
using Lathe.Benchmarks.Json;

// The contests print ratios within one run, and do with a busy machine; everything else is BenchmarkDotNet's.
var isShort = args.Contains("--short");
var only = args.Length > 1 && !args[1].StartsWith('-') ? args[1] : null;
switch (args.FirstOrDefault())
{
    case "build":
        BuildContest.Run(isShort, only);
        break;
    case "build-once":
        BuildContest.RunCold(args[1], args[2], args[3]);
        break;
    case "compiler":
        CompilerContest.Run(isShort, args.Skip(1).Where(static arg => !arg.StartsWith('-')));
        break;
    case "fragments":
        FragmentContest.Run(isShort);
        break;
    case "unused":
        UnusedContest.Run(isShort, only is null ? 2_000 : int.Parse(only, System.Globalization.CultureInfo.InvariantCulture));
        break;
    case "readers":
        ReaderContest.Run(isShort, only);
        break;
    case "readers-once":
        CatchContest.RunOnce(
            int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture),
            int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture),
            isShort);
        break;
    case "writers":
        WriterContest.Run(isShort);
        break;
    case "calls":
        await CallContest.RunAsync(isShort);
        break;
    case "sockets":
        await SocketContest.RunAsync(isShort);
        break;
    case "serve":
        await CallServer.ServeAsync();
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
