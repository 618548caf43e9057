using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Lathe.Tool.Commands;

/// <summary>A command whose help has more than its summary, which lists of commands show.</summary>
internal sealed class ToolCommand(string name, string summary, string details) : Command(name, summary)
{
    /// <summary>Gets what its own help says further: exit codes, and an example.</summary>
    public string Details => details;
}

/// <summary>Shows the help of a command, then its details.</summary>
internal sealed class ToolHelp(HelpAction help) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is ToolCommand command)
            parseResult.InvocationConfiguration.Output.WriteLine(command.Details.ReplaceLineEndings("\n"));
        return code;
    }
}
