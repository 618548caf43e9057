using System.CommandLine;
using System.CommandLine.Help;
using Lathe.Tool.Commands;
using Lathe.Tool.Hosting;

namespace Lathe.Tool;

/// <summary>The command line: parses it, runs the command, and turns every failure into one line and an exit code.</summary>
internal static class LatheCommand
{
    private const string Description = """
        Typed GraphQL clients for C#: validates operations, downloads schemas, checks them for drift.

        Example:
          lathe schema check --strict
        """;

    public static async Task<int> RunAsync(string[] arguments, ToolHost host, CancellationToken cancellationToken)
    {
        try
        {
            SecretArguments.Refuse(arguments);
            var parsed = Create(host).Parse(arguments);
            if (parsed.Errors.Count > 0)
                throw new ToolException($"{OneLine(parsed.Errors[0].Message).TrimEnd('.')}. See 'lathe --help'.");
            var configuration = new InvocationConfiguration { Output = host.Output, Error = host.Error, EnableDefaultExceptionHandler = false };
            return await parsed.InvokeAsync(configuration, cancellationToken).ConfigureAwait(false);
        }
        catch (ToolException exception)
        {
            await host.Error.WriteLineAsync($"lathe: {exception.Message}").ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await host.Error.WriteLineAsync("lathe: stopped.").ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await host.Error.WriteLineAsync($"lathe: {exception.Message.ReplaceLineEndings(" ")}").ConfigureAwait(false);
        }

        return ExitCode.Unusable;
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // A plain command, as a root command takes its name from the process.
    private static Command Create(ToolHost host) => new("lathe", Description)
    {
        InitCommand.Create(host),
        ValidateCommand.Create(host),
        SchemaCommand.Create(host),
        OperationsCommand.Create(host),
        new HelpOption { Recursive = true },
        VersionOption(host),
    };

    private static Option<bool> VersionOption(ToolHost host) => new("--version")
    {
        Description = "Show the version.",
        Action = new VersionAction(host),
    };
}
