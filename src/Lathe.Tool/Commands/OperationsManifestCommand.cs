using System.CommandLine;
using Lathe.Tool.Files;
using Lathe.Tool.Hosting;
using Lathe.Tool.Operations;

namespace Lathe.Tool.Commands;

/// <summary><c>lathe operations manifest</c>: the persisted documents of the project.</summary>
internal static class OperationsManifestCommand
{
    private const string Summary = "Writes the documents that generated clients send, by their SHA-256, for servers that take known documents only.";

    private const string Details = """
        Example:
          lathe operations manifest --kind relay --output persisted.json
        """;

    public static Command Create(ToolHost host)
    {
        var files = new ProjectOptions();
        var kind = new Option<string>("--kind") { Description = "The manifest's form.", DefaultValueFactory = _ => "apollo" };
        kind.AcceptOnlyFromAmong(Manifest.Names);
        var output = new Option<string?>("--output", "-o") { Description = "The file to write; by default standard output.", HelpName = "FILE" };
        var command = new ToolCommand("manifest", Summary, Details) { kind, output };
        files.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            var documents = files.Load(parsed, host).SelectMany(project => PersistedDocument.Of(project, host, cancellationToken)).ToArray();
            var text = Manifest.Write(parsed.GetValue(kind)!, documents);
            if (parsed.GetValue(output) is { } path)
                TextFiles.WriteAtomically(Path.GetFullPath(Path.Combine(host.Folder, path)), text);
            else
                host.Output.Write(text);
            return Task.FromResult(ExitCode.Clean);
        });
        return command;
    }
}
