using System.Text;

namespace Lathe.Tool.Hosting;

/// <summary>All that a command knows of the process and the machine it runs in, so that tests can run it in theirs.</summary>
internal sealed class ToolHost
{
    /// <summary>Gets where results go.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Gets where messages and progress go.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Gets where a key may be read from.</summary>
    public required TextReader Input { get; init; }

    /// <summary>Gets the folder that relative paths start from; absolute.</summary>
    public required string Folder { get; init; }

    /// <summary>Gets the environment variables.</summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;

    /// <summary>Gets the clock that expiry dates and time-outs go by.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Gets a value indicating whether a person watches: progress and colour make sense.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Gets a value indicating whether a person watches messages, while results go elsewhere.</summary>
    public bool ShowsProgress { get; init; }

    /// <summary>Gets a value indicating whether a person can be asked.</summary>
    public bool CanAsk { get; init; }

    /// <summary>Gets the width of the terminal in characters.</summary>
    public int Width { get; init; } = 120;

    /// <summary>Gets a program runner; returns the exit code.</summary>
    public Func<string, IReadOnlyList<string>, string, CancellationToken, Task<int>> Run { get; init; } = ChildProcess.RunAsync;

    public static ToolHost FromProcess()
    {
        var isPerson = System.Environment.GetEnvironmentVariable("CI") is null or "" or "false";
        var isTerminal = !Console.IsOutputRedirected && isPerson;
        return new ToolHost
        {
            Output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 14),
            Error = Console.Error,
            Input = Console.In,
            Folder = System.Environment.CurrentDirectory,
            IsTerminal = isTerminal,
            ShowsProgress = isPerson && Console.IsOutputRedirected && !Console.IsErrorRedirected,
            CanAsk = isTerminal && !Console.IsInputRedirected,
            Width = isTerminal ? Math.Max(20, Console.WindowWidth) : 120,
        };
    }
}
