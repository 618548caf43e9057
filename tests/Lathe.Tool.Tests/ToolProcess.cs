using System.Diagnostics;

namespace Lathe.Tool.Tests;

/// <summary>Runs the tool as a process of its own: some environment variables are read once for a process.</summary>
internal static class ToolProcess
{
    private static readonly string[] s_ofProxies = ["http_proxy", "https_proxy", "all_proxy", "no_proxy", "ALL_PROXY", "GATEWAY_INTERFACE"];

    /// <summary>Runs it.</summary>
    /// <returns>What it wrote to standard error.</returns>
    public static async Task<string> RunAsync(string folder, (string Name, string Value)[] environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Lathe.Tool.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach (var name in s_ofProxies)
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await output;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return error;
    }
}
