using System.CommandLine;
using System.Text.Json;
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
        2: nothing was sent, or no answer came. Nothing is sent a second time.

        Example:
          lathe run Queries/Machines.graphql --var limit=10 --token-env API_KEY --format csv
        """;

    public static Command Create(ToolHost host)
    {
        var file = new Argument<string>("FILE") { Description = "The document with the operation." };
        var operation = new Option<string?>("--operation") { Description = "The operation, where the file holds several.", HelpName = "NAME" };
        var variables = new Option<string[]>("--var")
        {
            Description = "A variable: text, or JSON where its type takes JSON. May be repeated.", HelpName = "NAME=VALUE",
        };
        var variableFile = new Option<string?>("--vars") { Description = "A JSON object of variables, '-' for standard input.", HelpName = "FILE" };
        var format = new Option<string>("--format", "-f")
        {
            Description = "How the data is shown: all of it as JSON, or its list as rows.", DefaultValueFactory = _ => AnswerWriter.Formats[0],
        };
        format.AcceptOnlyFromAmong(AnswerWriter.Formats);
        var rows = new Option<string?>("--rows") { Description = "The list whose items are rows, where there are several.", HelpName = "PATH" };
        var allowMutation = new Option<bool>("--allow-mutation") { Description = "Send a mutation, which changes what the server holds." };
        var command = new ToolCommand("run", Summary, Details) { file, operation, variables, variableFile, format, rows, allowMutation };
        var (files, connection) = (new ProjectOptions(), new ConnectionOptions());
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
            var values = OperationVariables.Read(found, parsed.GetValue(variables) ?? [], parsed.GetValue(variableFile), host);
            var writer = AnswerWriter.Create(
                parsed.GetValue(format)!, () => ResultRows.Of(found, parsed.GetValue(rows), cancellationToken), host);
            var server = connection.Read(parsed, found.Project.Config, host);
            using var sender = await OperationSender.ConnectAsync(server, cancellationToken).ConfigureAwait(false);
            if (host.IsTerminal)
                await host.Error.WriteLineAsync($"Asking {server} for {found.Name} ...").ConfigureAwait(false);
            var answer = await sender.SendAsync(found, values, cancellationToken).ConfigureAwait(false);
            return await ShowAsync(answer, writer, host).ConfigureAwait(false);
        });
        return command;
    }

    private static void RefuseKind(ProjectOperation operation, bool allowsMutation)
    {
        if (operation.Type == OperationType.Subscription)
            throw new ToolException($"{operation.Name} is a subscription, which has no end: a program reads it. Nothing was sent.");
        if (operation.Type == OperationType.Mutation && !allowsMutation)
            throw new ToolException(
                $"{operation.Name} is a mutation: it changes what the server holds. Give --allow-mutation if that is meant. Nothing was sent.");
    }

    private static async Task<int> ShowAsync(OperationAnswer answer, AnswerWriter writer, ToolHost host)
    {
        if (answer.Data.ValueKind == JsonValueKind.Object)
            writer.Write(answer.Data);
        await host.Output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        foreach (var error in answer.Errors)
            await host.Error.WriteLineAsync($"error: {error}").ConfigureAwait(false);
        return answer.Errors.Count > 0 ? ExitCode.Found : ExitCode.Clean;
    }
}
