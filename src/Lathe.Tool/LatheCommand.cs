using System.CommandLine;
using System.CommandLine.Help;
using Lathe.Tool.Commands;
using Lathe.Tool.Hosting;
using Lathe.Tool.Output;

namespace Lathe.Tool;

/// <summary>The command line: parses it, runs the command, and turns every failure into one line and an exit code.</summary>
internal static class LatheCommand
{
    public static async Task<int> RunAsync(string[] arguments, ToolHost host, CancellationToken cancellationToken)
    {
        try
        {
            SecretArguments.Refuse(arguments);
            var parsed = Create(host, arguments).Parse(arguments);
            if (parsed.Errors.Count > 0)
                throw new ToolException(Explain(parsed));
            var configuration = new InvocationConfiguration { Output = host.Output, Error = host.Error, EnableDefaultExceptionHandler = false };
            var code = await parsed.InvokeAsync(configuration, cancellationToken).ConfigureAwait(false);

            // A report that could not be written whole counts as not written.
            await host.Output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
            return code;
        }
        catch (ToolException exception)
        {
            await WriteReportAsync(host).ConfigureAwait(false);
            Report(host, exception.Message);
        }
        catch (OperationCanceledException)
        {
            Report(host, "stopped.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Report(host, PlainText.Line(exception.Message));
        }
        catch (Exception exception)
        {
            Report(
                host,
                $"failed by a fault of its own, {exception.GetType().Name}: "
                    + $"{PlainText.Line(exception.Message)} Please report it, with what follows.\n{exception.StackTrace}");
        }

        return ExitCode.Unusable;
    }

    // A command may end without all of its work, such as the check of a project that has no schema, after its report.
    private static async Task WriteReportAsync(ToolHost host)
    {
        try
        {
            await host.Output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The exit code tells of both.
        }
    }

    private static void Report(ToolHost host, string message)
    {
        try
        {
            host.Error.WriteLine($"lathe: {message}");
        }
        catch (IOException)
        {
            // The exit code still tells.
        }
    }

    private static string Explain(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var path = string.Join(' ', Path(parsed.CommandResult));
        var commands = string.Join(", ", command.Subcommands.Select(sub => sub.Name));
        if (commands.Length > 0 && parsed.UnmatchedTokens.Count > 0)
            return $"'{PlainText.Line(parsed.UnmatchedTokens[0])}' is no command or option of '{path}'; it has the commands {commands}. "
                + $"See '{path} --help'.";
        if (commands.Length > 0)
            return $"'{path}' needs a command: {commands}. See '{path} --help'.";
        var message = PlainText.Line(OnOneLine(parsed.Errors[0].Message)).Replace(
            " as expected type 'System.Int32'", ": it takes a number", StringComparison.Ordinal);
        return $"{message.TrimEnd('.')}. See '{path} --help'.";
    }

    // The parser lists the values that an option takes on lines of their own.
    private static string OnOneLine(string message) => string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> Path(System.CommandLine.Parsing.CommandResult? result) =>
        result is null ? [] : [.. Path(result.Parent as System.CommandLine.Parsing.CommandResult), result.Command.Name];

    private static readonly (string Name, Func<ToolHost, Command> Create)[] s_commands =
    [
        ("init", InitCommand.Create),
        ("validate", ValidateCommand.Create),
        ("schema", SchemaCommand.Create),
        ("operations", OperationsCommand.Create),
        ("run", RunCommand.Create),
        ("record", RecordCommand.Create),
        ("fix", FixCommand.Create),
        ("explain", ExplainCommand.Create),
        ("migrate", MigrateCommand.Create),
    ];

    // A plain command, as a root command takes its name from the process. To make all commands takes time: where one is named, it is made alone.
    private static ToolCommand Create(ToolHost host, string[] arguments)
    {
        var lathe = new ToolCommand("lathe", "Typed GraphQL clients for C#: validates operations, downloads schemas, checks them for drift.",
            Details);
        var named = arguments.Length > 0 ? Array.FindAll(s_commands, command => command.Name == arguments[0]) : [];
        foreach (var (_, create) in named.Length > 0 ? named : s_commands)
            lathe.Subcommands.Add(create(host));
        lathe.Options.Add(Help());
        lathe.Options.Add(VersionOption(host));
        return lathe;
    }

    private const string Details = """
        Example:
          lathe schema check --strict
        """;

    private static HelpOption Help()
    {
        var help = new HelpOption { Recursive = true };
        help.Action = new ToolHelp((HelpAction)help.Action!);
        return help;
    }

    private static Option<bool> VersionOption(ToolHost host) => new("--version")
    {
        Description = "Show the version.",
        Action = new VersionAction(host),
    };
}
