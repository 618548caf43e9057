using System.CommandLine;
using Lathe.Language.Syntax;
using Lathe.Tool.Hosting;
using Lathe.Tool.Running;

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
        var file = new Argument<string>("FILE") { Description = "The document with the operation." };
        var operation = new Option<string?>("--operation") { Description = "The operation, where the file holds several.", HelpName = "NAME" };
        var allowMutation = new Option<bool>("--allow-mutation") { Description = "Send a mutation, which changes what the server holds." };
        var (variables, shown, files, connection) = (new VariableOptions(), new RunOutputOptions(), new ProjectOptions(), new ConnectionOptions());
        var command = new ToolCommand("run", Summary, Details) { file, operation, allowMutation };
        variables.AddTo(command);
        shown.AddTo(command);
        files.AddTo(command);
        connection.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var projects = files.Load(parsed, host);
            var found = OperationFinder.Find(projects, parsed.GetValue(file)!, parsed.GetValue(operation), host, cancellationToken);
            foreach (var error in found.Errors)
                await host.Error.WriteLineAsync(error.ToString()).ConfigureAwait(false);
            if (found.Errors.Count > 0)
                return ExitCode.Found;
            RefuseKind(found, parsed.GetValue(allowMutation));
            var values = variables.Read(parsed, found, host);
            var run = shown.Read(parsed, found, host, cancellationToken);
            var server = connection.Read(parsed, found.Project.Config, host);
            using var sender = await OperationSender.ConnectAsync(server, cancellationToken).ConfigureAwait(false);
            return await run.RunAsync(sender, values, cancellationToken).ConfigureAwait(false);
        });
        return command;
    }

    /// <summary>Refuses what is not sent: subscriptions, and mutations that nobody allowed.</summary>
    internal static void RefuseKind(ProjectOperation operation, bool allowsMutation)
    {
        if (operation.Type == OperationType.Subscription)
            throw new ToolException($"{operation.Name} is a subscription, which has no end: a program reads it. Nothing was sent.");
        if (operation.Type == OperationType.Mutation && !allowsMutation)
            throw new ToolException(
                $"{operation.Name} is a mutation: it changes what the server holds. Give --allow-mutation if that is meant. Nothing was sent.");
    }
}
