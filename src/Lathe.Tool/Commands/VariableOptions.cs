using System.CommandLine;
using System.Text.Json;
using Lathe.Tool.Hosting;
using Lathe.Tool.Running;

namespace Lathe.Tool.Commands;

/// <summary>The options that give an operation its variables.</summary>
internal sealed class VariableOptions
{
    private readonly Option<string[]> _variables = new("--var")
    {
        Description = "A variable: text, or JSON where its type takes JSON. May be repeated.", HelpName = "NAME=VALUE",
    };

    private readonly Option<string?> _file =
        new("--vars") { Description = "A JSON object of variables, '-' for standard input.", HelpName = "FILE" };

    public void AddTo(Command command)
    {
        command.Options.Add(_variables);
        command.Options.Add(_file);
    }

    /// <summary>Reads the variables, which are of the operation's types.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonElement>> Read(ParseResult parsed, ProjectOperation operation, ToolHost host) =>
        OperationVariables.Read(operation, parsed.GetValue(_variables) ?? [], parsed.GetValue(_file), host);
}
