using System.CommandLine;
using System.Text.Json;
using Lathe.Tool.Files;
using Lathe.Tool.Hosting;
using Lathe.Tool.Recording;
using Lathe.Tool.Running;

namespace Lathe.Tool.Commands;

/// <summary><c>lathe record</c>: writes the answer to one operation as a fixture for tests.</summary>
internal static class RecordCommand
{
    private const string Summary = "Sends one operation of the project and writes the answer to a file, without keys, for tests to replay.";

    private const string Details = """
        Exit code 0: the file says what the server answered. 1: the operation has errors, or the answer has; nothing was written.
        2: nothing was sent, or no answer came. Nothing is sent a second time.

        Example:
          lathe record Queries/Machines.graphql --var limit=3 --token-env API_KEY --erase email --output Fixtures/Machines.json
        """;

    public static Command Create(ToolHost host)
    {
        var file = new Argument<string>("FILE") { Description = "The document with the operation." };
        var operation = new Option<string?>("--operation") { Description = "The operation, where the file holds several.", HelpName = "NAME" };
        var output = Output();
        var erase = new Option<string[]>("--erase") { Description = "A field whose values are erased. May be repeated.", HelpName = "FIELD" };
        var keep = Keep();
        var withErrors = new Option<bool>("--with-errors") { Description = "Write an answer that has errors." };
        var allowMutation = new Option<bool>("--allow-mutation") { Description = "Send a mutation, which changes what the server holds." };
        var command = new ToolCommand("record", Summary, Details)
        {
            file, operation, output, erase, keep, withErrors, allowMutation,
        };
        var (variables, files, connection) = (new VariableOptions(), new ProjectOptions(), new ConnectionOptions());
        variables.AddTo(command);
        files.AddTo(command);
        connection.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var found = OperationFinder.Find(
                files.Load(parsed, host), parsed.GetValue(file)!, parsed.GetValue(operation), host, cancellationToken);
            foreach (var error in found.Errors)
                await host.Error.WriteLineAsync(error.ToString()).ConfigureAwait(false);
            if (found.Errors.Count > 0)
                return ExitCode.Found;
            RunCommand.RefuseKind(found, parsed.GetValue(allowMutation));
            var values = variables.Read(parsed, found, host);
            var erased = ErasedKeys.Of(found, parsed.GetValue(erase) ?? [], parsed.GetValue(keep) ?? [], cancellationToken);
            using var sender = await OperationSender.ConnectAsync(
                connection.Read(parsed, found.Project.Config, host), cancellationToken).ConfigureAwait(false);
            using var answer = await sender.SendRawAsync(found, values, cancellationToken).ConfigureAwait(false);
            if (!parsed.GetValue(withErrors) && await RefuseErrorsAsync(answer.RootElement, sender, host).ConfigureAwait(false))
                return ExitCode.Found;
            Write(answer.RootElement, new RecordedAnswer(erased, sender.Connection), parsed.GetValue(output) ?? $"Fixtures/{found.Name}.json", host);
            return ExitCode.Clean;
        });
        return command;
    }

    private static Option<string?> Output() =>
        new("--output", "-o") { Description = "The file to write; by default Fixtures/OPERATION.json.", HelpName = "FILE" };

    private static Option<string[]> Keep() =>
        new("--keep") { Description = "A field that is no secret, though its name says so. May be repeated.", HelpName = "FIELD" };

    private static async Task<bool> RefuseErrorsAsync(JsonElement answer, OperationSender sender, ToolHost host)
    {
        var errors = OperationAnswer.Read(answer, sender.Connection).Errors;
        foreach (var error in errors)
            await host.Error.WriteLineAsync($"error: {error}").ConfigureAwait(false);
        if (errors.Count > 0)
            await host.Error.WriteLineAsync("Nothing was written. Give --with-errors for a fixture with errors.").ConfigureAwait(false);
        return errors.Count > 0;
    }

    private static void Write(JsonElement answer, RecordedAnswer recorded, string path, ToolHost host)
    {
        var hasChanged = TextFiles.WriteAtomically(Path.GetFullPath(Path.Combine(host.Folder, path)), recorded.Write(answer));
        var erased = recorded.Erased.Count == 0 ? "nothing" : string.Join(", ", recorded.Erased);
        host.Output.WriteLine($"{(hasChanged ? "Wrote" : "Nothing changed in")} {path}. Erased: {erased}.");
    }
}
