using System.CommandLine;
using Lathe.Tool.Hosting;
using Lathe.Tool.Operations;
using Lathe.Tool.Output;

namespace Lathe.Tool.Commands;

/// <summary><c>lathe operations list</c>: each operation with its size, and what a key needs.</summary>
internal static class OperationsListCommand
{
    private const string Summary =
        "Lists the operations: variables, size, the scopes that a key needs, deprecated parts in use, how much of the schema is used.";

    private const string Details = """
        Scopes are those of @requiresScopes in the schema, and those named with --scope.

        Example:
          lathe operations list --scope reporting --format json
        """;

    public static Command Create(ToolHost host)
    {
        var files = new ProjectOptions();
        var format = new Option<string>("--format", "-f") { Description = "How the list is shown.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var scope =
            new Option<string[]>("--scope") { Description = "A scope that every request to this API needs. May be repeated.", HelpName = "NAME" };
        var command = new ToolCommand("list", Summary, Details) { format, scope };
        files.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            var inventories = files.Load(parsed, host)
                .Select(project => Inventory.Make(project, parsed.GetValue(scope) ?? [], cancellationToken)).ToArray();
            if (parsed.GetValue(format) == "json")
                JsonFormat.Write(json => InventoryText.WriteJson(json, inventories), host.Output);
            else
                InventoryText.Write(host.Output, inventories);
            return Task.FromResult(ExitCode.Clean);
        });
        return command;
    }
}
