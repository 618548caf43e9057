namespace Lathe.Package.Tests;

/// <summary>The compiler server of these tests: builds one after the other take less time with it, and it is no other's.</summary>
internal static class CompilerServer
{
    /// <summary>Gets the name that builds find it by.</summary>
    public static string Name { get; } = "lathe-tests-" + Guid.NewGuid().ToString("N");

    /// <summary>Ends it.</summary>
    public static async Task StopAsync(string folder)
    {
        var info = (await Command.DotNet(folder, "--info")).RequireSuccess().Output;
        var sdk = info.Split('\n').Select(line => line.Trim()).First(line => line.StartsWith("Base Path:", StringComparison.Ordinal))[10..].Trim();
        await Command.DotNet(folder, Path.Combine(sdk, "Roslyn", "bincore", "VBCSCompiler.dll"), "-shutdown", "-pipename:" + Name);
    }
}
