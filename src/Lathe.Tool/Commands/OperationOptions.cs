using System.CommandLine;
using System.Text.Json;
using Lathe.Language.Syntax;
using Lathe.Tool.Hosting;
using Lathe.Tool.Running;

namespace Lathe.Tool.Commands;

/// <summary>What names an operation that is sent: its file, its variables, its project, and how the server is reached.</summary>
internal sealed class OperationOptions
{
    private readonly Argument<string> _file = new("FILE") { Description = "The document with the operation." };

    private readonly Option<string?> _operation =
        new("--operation") { Description = "The operation, where the file holds several.", HelpName = "NAME" };

    private readonly Option<bool> _allowMutation =
        new("--allow-mutation") { Description = "Send a mutation, which changes what the server holds." };

    private readonly VariableOptions _variables = new();
    private readonly ProjectOptions _projects = new();
    private readonly ConnectionOptions _connection = new();

    /// <summary>Adds them, with the command's own options behind those that name the operation.</summary>
    public void AddTo(Command command, Action? addOwn = null)
    {
        command.Arguments.Add(_file);
        command.Options.Add(_operation);
        command.Options.Add(_allowMutation);
        _variables.AddTo(command);
        addOwn?.Invoke();
        _projects.AddTo(command);
        _connection.AddTo(command);
    }

    /// <summary>Finds the operation, and says what keeps it from being sent.</summary>
    /// <returns>The operation; null where it has errors, which were told.</returns>
    /// <exception cref="ToolException">There is no such operation, or none that is sent.</exception>
    public async Task<ProjectOperation?> FindAsync(ParseResult parsed, ToolHost host, CancellationToken cancellationToken)
    {
        var found = OperationFinder.Find(
            _projects.Load(parsed, host), parsed.GetValue(_file)!, parsed.GetValue(_operation), host, cancellationToken);
        foreach (var error in found.Errors)
            await host.Error.WriteLineAsync(error.ToString()).ConfigureAwait(false);
        if (found.Errors.Count > 0)
            return null;
        RefuseKind(found, parsed.GetValue(_allowMutation));
        return found;
    }

    /// <summary>Reads the variables, which are of the operation's types.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonElement>> ReadVariables(ParseResult parsed, ProjectOperation operation, ToolHost host) =>
        _variables.Read(parsed, operation, host);

    /// <summary>Connects to the server of the operation's project.</summary>
    public Task<OperationSender> ConnectAsync(
        ParseResult parsed, ProjectOperation operation, ToolHost host, CancellationToken cancellationToken) =>
        OperationSender.ConnectAsync(_connection.Read(parsed, operation.Project.Config, host), cancellationToken);

    // A subscription has no end. A mutation is sent only with the option for it.
    private static void RefuseKind(ProjectOperation operation, bool allowsMutation)
    {
        if (operation.Type == OperationType.Subscription)
            throw new ToolException($"{operation.Name} is a subscription, which has no end: a program reads it. Nothing was sent.");
        if (operation.Type == OperationType.Mutation && !allowsMutation)
            throw new ToolException(
                $"{operation.Name} is a mutation: it changes what the server holds. Give --allow-mutation if that is meant. Nothing was sent.");
    }
}
