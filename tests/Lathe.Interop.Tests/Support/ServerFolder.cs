using System.Diagnostics;

namespace Lathe.Interop.Tests.Support;

/// <summary>The servers' folder under obj: a copy of the scripts, and the packages of the lock file.</summary>
internal sealed record ServerFolder(string Path, string? Missing)
{
    // What npm says when no registry can be reached, which is no fault of the code.
    private static readonly string[] s_offline = ["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ENETUNREACH", "ETIMEDOUT"];

    /// <summary>Copies the scripts, and installs the packages if the lock file is another than last time.</summary>
    public static async Task<ServerFolder> PrepareAsync()
    {
        var (source, target) = (ForeignServers.Metadata("Servers"), ForeignServers.Metadata("ServersCopy"));
        Directory.CreateDirectory(target);
        using var exclusive = await LockAsync(System.IO.Path.Combine(target, ".lock"));
        Copy(System.IO.Path.Combine(source, "servers"), target);
        File.Copy(System.IO.Path.Combine(source, "shop.graphql"), System.IO.Path.Combine(target, "shop.graphql"), overwrite: true);
        var wanted = await File.ReadAllTextAsync(System.IO.Path.Combine(target, "package-lock.json"));
        var mark = System.IO.Path.Combine(target, "installed.json");
        if (File.Exists(mark) && await File.ReadAllTextAsync(mark) == wanted)
            return new(target, null);
        var fault = await InstallAsync(target);
        if (fault is null)
            await File.WriteAllTextAsync(mark, wanted);
        else if (!s_offline.Any(code => fault.Contains(code, StringComparison.Ordinal)))
            throw new InvalidOperationException("npm ci failed: " + fault);
        return new(target, fault is null ? null : "npm ci could not reach a registry: " + fault);
    }

    private static async Task<FileStream> LockAsync(string path)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(200);
            }
        }
    }

    private static void Copy(string source, string target)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = System.IO.Path.Combine(target, System.IO.Path.GetRelativePath(source, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }

    private static async Task<string?> InstallAsync(string folder)
    {
        using var npm = Process.Start(new ProcessStartInfo("npm", "ci --ignore-scripts --no-audit --no-fund --loglevel=error")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, error) = (npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync());
        await Task.WhenAll(output, error, npm.WaitForExitAsync());
        return npm.ExitCode == 0 ? null : await error;
    }
}
