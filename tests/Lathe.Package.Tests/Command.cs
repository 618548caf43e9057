using System.Diagnostics;

namespace Lathe.Package.Tests;

/// <summary>Runs the .NET command line as a user does, with none of the test run's own settings.</summary>
internal static class Command
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(8);

    public static Task<CommandOutcome> DotNet(string folder, params string[] arguments) => Run(folder, [], arguments);

    public static Task<CommandOutcome> Run(string folder, (string Name, string Value)[] environment, params string[] arguments) =>
        RunProgram("dotnet", folder, environment, arguments);

    public static async Task<CommandOutcome> RunProgram(
        string program, string folder, (string Name, string Value)[] environment, params string[] arguments)
    {
        using var process = Start(program, folder, environment, arguments);
        using var timeout = new CancellationTokenSource(s_longest);
        var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
        var error = process.StandardError.ReadToEndAsync(timeout.Token);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} took longer than {s_longest}.");
        }

        return new CommandOutcome(process.ExitCode, await output + await error);
    }

    /// <summary>Starts a program, which the caller ends.</summary>
    public static Process Start(string program, string folder, (string Name, string Value)[] environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsOfTheTestRun).ToArray())
            start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["MSBUILDTERMINALLOGGER"] = "off";
        // Nodes that outlive the build would hold the test run open. The compiler server is one for all tests, which ends it.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "true";
        start.Environment["SharedCompilationId"] = CompilerServer.Name;
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static bool IsOfTheTestRun(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("TESTINGPLATFORM", StringComparison.OrdinalIgnoreCase)
            || name is "CI";
}

internal sealed record CommandOutcome(int ExitCode, string Output)
{
    /// <summary>Gets the errors of a build, each once, as <c>path(line,column): error id: message</c> without the project's name.</summary>
    public string[] Errors { get; } =
    [
        .. Output.Split('\n').Where(line => line.Contains(": error ", StringComparison.Ordinal))
            .Select(line => line.Trim())
            .Select(line => line.LastIndexOf(" [", StringComparison.Ordinal) is var end and > 0 ? line[..end] : line)
            .Distinct(),
    ];

    public CommandOutcome RequireSuccess()
    {
        Assert.True(ExitCode == 0, Output);
        return this;
    }
}
