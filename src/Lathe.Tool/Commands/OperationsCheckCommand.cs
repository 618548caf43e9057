using System.CommandLine;
using Lathe.Tool.Hosting;
using Lathe.Tool.Operations;
using Lathe.Tool.Output;

namespace Lathe.Tool.Commands;

/// <summary><c>lathe operations check</c>: holds the operations to the API's limits.</summary>
internal static class OperationsCheckCommand
{
    private const string Summary =
        "Checks the operations against the limits of the configuration (maxDepth, maxNodes, requireListLimit), for deprecated parts, "
        + "and for scalars without a .NET type.";

    private const string Details = """
        Exit code 0: within the limits. 1: over them, or, with --strict, any advice. 2: the input could not be used.

        Example:
          lathe operations check --format github
        """;

    public static Command Create(ToolHost host)
    {
        var files = new ProjectOptions();
        var format = SharedOptions.Format();
        var strict = new Option<bool>("--strict") { Description = "Advice, such as the use of deprecated parts, fails too." };
        var command = new ToolCommand("check", Summary, Details) { format, strict };
        files.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            var report = LimitCheck.Run(files.Load(parsed, host), parsed.GetValue(strict), cancellationToken);
            ReportFormats.Write(parsed.GetValue(format)!, report, host);
            return Task.FromResult(report.HasErrors ? ExitCode.Found : ExitCode.Clean);
        });
        return command;
    }
}
