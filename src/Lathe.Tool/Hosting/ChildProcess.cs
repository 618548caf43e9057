using System.ComponentModel;
using System.Diagnostics;

namespace Lathe.Tool.Hosting;

/// <summary>Runs another program to its end.</summary>
internal static class ChildProcess
{
    public static async Task<int> RunAsync(
        string program, IReadOnlyList<string> arguments, string folder, CancellationToken cancellationToken)
    {
        using var process = new Process { StartInfo = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder } };
        try
        {
            process.Start();
        }
        catch (Win32Exception exception)
        {
            throw new ToolException($"'{program}' could not be started: {exception.Message}. Is it installed and on the PATH?");
        }

        await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        return process.ExitCode;
    }
}
