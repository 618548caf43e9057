using System.Runtime.InteropServices;
using System.Text.Json;

namespace Lathe.Package.Tests;

/// <summary>The packed tool runs where only the .NET 8 runtime is.</summary>
public sealed class ToolRuntimeTests(PackageFixture package)
{
    [Fact]
    public async Task TheToolRunsOnTheRuntimeOfDotNet8Alone()
    {
        var root = await InstallAsync();
        var project = new Consumer(package.Root, "OnNet8").WriteShop().Write("Program.cs", "await client.Machines.ExecuteAsync(1);\n");
        Assert.Equal(package.Version, (await RunAsync(root, project, "--version")).RequireSuccess().Output.Trim());
        Assert.Contains("1 operation", (await RunAsync(root, project, "validate")).RequireSuccess().Output, StringComparison.Ordinal);
        var list = (await RunAsync(root, project, "operations", "list", "--format", "json")).RequireSuccess();
        Assert.Contains("\"operations\":", list.Output, StringComparison.Ordinal);
        (await RunAsync(root, project, "operations", "manifest", "--kind", "apollo")).RequireSuccess();
        var migrated = (await RunAsync(root, project, "migrate", "strawberry-shake")).RequireSuccess();
        Assert.Contains("Program.cs: 1 place changed.", migrated.Output, StringComparison.Ordinal);
        project.Write("Queries/Machines.graphql", Consumer.Query.Replace("name", "nmae", StringComparison.Ordinal));
        var faulty = await RunAsync(root, project, "validate", "--format", "gitlab");
        Assert.Equal(1, faulty.ExitCode);
        Assert.Contains("GQL1004", faulty.Output, StringComparison.Ordinal);
    }

    private Task<CommandOutcome> RunAsync(string root, Consumer project, params string[] arguments) => Command.RunProgram(
        Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"),
        project.Folder,
        [("DOTNET_ROOT", root), ("DOTNET_MULTILEVEL_LOOKUP", "0")],
        [Path.Combine(package.ToolFolder, "Lathe.Tool.dll"), .. arguments]);

    // What a program brings that brings its runtime, laid out as the runtime's installer lays it out. The file 'dotnet' looks for what lies beside
    // it, and takes for a framework what has a list of its files, in which the program may stand too.
    private async Task<string> InstallAsync()
    {
        var program = new Consumer(package.Root, "Net8Runtime").Write("Program.cs", "System.Console.WriteLine();")
            .WriteProject("<OutputType>Exe</OutputType><TargetFramework>net8.0</TargetFramework>", reference: "");
        (await Command.DotNet(
            program.Folder, "publish", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "-o", "out", "-v", "q", "-p:UseAppHost=true"))
            .RequireSuccess();
        var published = Path.Combine(program.Folder, "out");
        var configuration = JsonDocument.Parse(File.ReadAllText(Path.Combine(published, "Net8Runtime.runtimeconfig.json"))).RootElement;
        var version = configuration.GetProperty("runtimeOptions").GetProperty("includedFrameworks")[0].GetProperty("version").GetString()!;
        Assert.StartsWith("8.", version, StringComparison.Ordinal);

        var root = Path.Combine(program.Folder, "dotnet");
        var (host, shared) = (Path.Combine(root, "host", "fxr", version), Path.Combine(root, "shared", "Microsoft.NETCore.App", version));
        Directory.CreateDirectory(host);
        Directory.CreateDirectory(Path.GetDirectoryName(shared)!);
        Directory.Move(published, shared);
        File.Delete(Path.Combine(shared, "Net8Runtime.runtimeconfig.json"));
        File.Move(Path.Combine(shared, "Net8Runtime.deps.json"), Path.Combine(shared, "Microsoft.NETCore.App.deps.json"));
        foreach (var file in Directory.GetFiles(shared, "*hostfxr*"))
            File.Copy(file, Path.Combine(host, Path.GetFileName(file)));
        var muxer = Path.GetFullPath(
            Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        File.Copy(muxer, Path.Combine(root, Path.GetFileName(muxer)));
        return root;
    }
}
