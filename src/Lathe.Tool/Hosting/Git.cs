using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Lathe.Tool.Hosting;

/// <summary>Asks git about the repository around a folder.</summary>
internal static class Git
{
    /// <summary>Runs git.</summary>
    /// <returns>What it wrote, or null where it failed, with why in one line.</returns>
    public static async Task<(string? Output, string Error)> RunAsync(string folder, CancellationToken cancellationToken, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception exception)
        {
            throw new ToolException($"git could not be started: {exception.Message}. Is it installed and on the PATH?");
        }

        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        var said = await error.ConfigureAwait(false);
        await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        return process.ExitCode == 0 ? (output, string.Empty) : (null, Output.PlainText.Line(said.Trim()));
    }
}
