using System.CommandLine;
using Lathe.Tool.Hosting;

namespace Lathe.Tool.Commands;

/// <summary><c>lathe run</c>: sends one operation of the project and shows the answer.</summary>
internal static class RunCommand
{
    private const string Summary = "Sends one operation of the project, checked as in the build, and shows the data of the answer.";

    private const string Details = """
        Exit code 0: data without errors. 1: the operation has errors, or the answer has; its data is shown all the same.
        2: nothing was sent, no answer came, or not all of the pages. Nothing is sent a second time.

        Example:
          lathe run Queries/Machines.graphql --var limit=10 --token-env API_KEY --format csv
        """;

    public static Command Create(ToolHost host)
    {
        var (operation, shown) = (new OperationOptions(), new RunOutputOptions());
        var command = new ToolCommand("run", Summary, Details);
        operation.AddTo(command, () => shown.AddTo(command));
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (await operation.FindAsync(parsed, host, cancellationToken).ConfigureAwait(false) is not { } found)
                return ExitCode.Found;
            var values = operation.ReadVariables(parsed, found, host);
            var run = shown.Read(parsed, found, host, cancellationToken);
            using var sender = await operation.ConnectAsync(parsed, found, host, cancellationToken).ConfigureAwait(false);
            return await run.RunAsync(sender, values, cancellationToken).ConfigureAwait(false);
        });
        return command;
    }
}
