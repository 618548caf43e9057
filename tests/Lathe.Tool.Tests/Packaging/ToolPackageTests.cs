using System.Diagnostics;
using Lathe.TestSupport;

namespace Lathe.Tool.Tests.Packaging;

/// <summary>The tool packs, installs from a local feed, and runs as users run it.</summary>
public sealed class ToolPackageTests
{
    [Fact]
    public void PacksInstallsAndRuns()
    {
        using var run = new ToolRun(("s.graphql", "type Query { a: Int }"), ("q.graphql", "query Q {\n  b\n}"));
        var project = Path.Combine(SharedFolder.RepositoryRoot, "src", "Lathe.Tool", "Lathe.Tool.csproj");
        var configuration = AppContext.BaseDirectory.Contains("Release", StringComparison.Ordinal) ? "Release" : "Debug";
        var feed = Path.Combine(run.Folder, "feed");
        Run(run.Folder, 0, "dotnet", "pack", project, "--no-build", "-c", configuration, "-o", feed, "--nologo");
        Run(run.Folder, 0, "dotnet", "tool", "install", "Lathe.Tool", "--tool-path", "tools", "--add-source", feed, "--version", "0.1.0");
        var lathe = Path.Combine(run.Folder, "tools", OperatingSystem.IsWindows() ? "lathe.exe" : "lathe");
        Assert.Equal("0.1.0", Run(run.Folder, 0, lathe, "--version").Trim());
        Assert.Contains(
            "q.graphql(2,3): error GQL1004",
            Run(run.Folder, 1, lathe, "validate", "--schema", "s.graphql", "--documents", "q.graphql"),
            StringComparison.Ordinal);
        Assert.Contains("lathe schema check", Run(run.Folder, 0, lathe, "schema", "check", "--help"), StringComparison.Ordinal);
    }

    private static string Run(string folder, int expected, string program, params string[] arguments)
    {
        var start =
            new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == expected, $"{program} {string.Join(' ', arguments)}: {process.ExitCode}\n{output}\n{error.Result}");
        return output;
    }
}
