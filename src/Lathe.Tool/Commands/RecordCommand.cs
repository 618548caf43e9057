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
        var output = Output();
        var erase = new Option<string[]>("--erase") { Description = "A field whose values are erased. May be repeated.", HelpName = "FIELD" };
        var keep = Keep();
        var withErrors = new Option<bool>("--with-errors") { Description = "Write an answer that has errors." };
        var command = new ToolCommand("record", Summary, Details);
        var operation = new OperationOptions();
        operation.AddTo(command, () =>
        {
            foreach (var option in new Option[] { output, erase, keep, withErrors })
                command.Options.Add(option);
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (await operation.FindAsync(parsed, host, cancellationToken).ConfigureAwait(false) is not { } found)
                return ExitCode.Found;
            var values = operation.ReadVariables(parsed, found, host);
            var erased = ErasedKeys.Of(found, parsed.GetValue(erase) ?? [], parsed.GetValue(keep) ?? [], cancellationToken);
            using var sender = await operation.ConnectAsync(parsed, found, host, cancellationToken).ConfigureAwait(false);
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
