using System.Diagnostics;
using System.Text.RegularExpressions;
using Lathe.TestSupport;

namespace Lathe.Samples.Tests.Build;

/// <summary>A copy of the console sample outside of the repository, to be broken and built.</summary>
internal sealed partial class TemporaryProject : IDisposable
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private static readonly string[] s_copied = [".cs", ".csproj", ".graphql", ".json"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lathe-sample-");

    public TemporaryProject()
    {
        var sample = Path.Combine(SharedFolder.RepositoryRoot, "samples", "MachineMetrics.Console");
        foreach (var file in Directory.EnumerateFiles(sample, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(sample, file);
            if (!s_copied.Contains(Path.GetExtension(file)) || relative.StartsWith(
                "bin", StringComparison.Ordinal) || relative.StartsWith("obj", StringComparison.Ordinal))
                continue;
            var copy = PathOf(relative);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            // Paths out of the sample lead into the repository.
            File.WriteAllText(copy, File.ReadAllText(file)
                .Replace("../MachineMetrics.", "../../samples/MachineMetrics.", StringComparison.Ordinal)
                .Replace("../../", SharedFolder.RepositoryRoot.Replace('\\', '/') + "/", StringComparison.Ordinal));
        }

        foreach (var settings in Directory.EnumerateFiles(SharedFolder.RepositoryRoot, "Directory.*.*"))
            File.Copy(settings, PathOf(Path.GetFileName(settings)));
    }

    public IEnumerable<string> Queries => Directory.EnumerateFiles(PathOf("Queries"), "*.graphql").Order(StringComparer.Ordinal);

    public string PathOf(string relative) => Path.Combine(folder.FullName, relative);

    /// <summary>Builds with <c>dotnet build</c>; what the project refers to was built together with this test.</summary>
    public async Task<(int ExitCode, IReadOnlyList<BuildError> Errors, string Output)> BuildAsync(CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                "build", PathOf("MachineMetrics.Console.csproj"), "--no-dependencies", "-c", Configuration, "-nologo", "-v:q",
                "-nodeReuse:false", "-p:UseSharedCompilation=false",
            },
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            Environment = { ["MSBUILDTERMINALLOGGER"] = "off", ["DOTNET_CLI_UI_LANGUAGE"] = "en" },
        };
        using var process = Process.Start(start)!;
        try
        {
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            // The build prints its errors as they come, and all of them once more at its end.
            var errors = ErrorLine().Matches(output.Split("Build FAILED", 2)[0]);
            return (process.ExitCode, [.. errors.Select(BuildError.Of)], output);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    [GeneratedRegex(
        @"^(?<file>[^\r\n(]*)(\((?<line>\d+),(?<column>\d+)\))?\s*: error (?<id>\w+): (?<message>.*?)( \[[^\]]*\])?\r?$",
        RegexOptions.Multiline)]
    private static partial Regex ErrorLine();
}

/// <summary>An error as the build printed it.</summary>
internal sealed record BuildError(string File, string Line, string Column, string Id, string Message)
{
    public static BuildError Of(Match match) => new(
        match.Groups["file"].Value.Trim(),
        match.Groups["line"].Value,
        match.Groups["column"].Value,
        match.Groups["id"].Value,
        match.Groups["message"].Value);
}
