using System.CommandLine;
using Lathe.Tool.Hosting;
using Lathe.Tool.Scaffolding;
using Lathe.Tool.StrawberryShake;

namespace Lathe.Tool.Commands;

/// <summary><c>lathe init</c>: makes a C# project a GraphQL client.</summary>
internal static class InitCommand
{
    private const string Summary =
        "Makes a C# project a GraphQL client: writes .graphqlrc.json, adds the package, downloads the schema, writes a first query.";

    private const string Details = """
        Asks for the server only where --endpoint does not name it; overwrites nothing unless --force is given.

        Example:
          lathe init --endpoint https://api.example.com/graphql --token-env API_KEY
          lathe init --from-strawberry-shake
        """;

    public static Command Create(ToolHost host)
    {
        var connection = new ConnectionOptions();
        var client =
            new Option<string?>("--client") { Description = "The client's class name; by default made from the project's name.", HelpName = "NAME" };
        var @namespace =
            new Option<string?>("--namespace") { Description = "The generated code's namespace; by default the project's.", HelpName = "NAME" };
        var force = new Option<bool>("--force") { Description = "Overwrite files that are there." };
        var noPackage = new Option<bool>("--no-package") { Description = "Do not add the Lathe package." };
        var noDownload = new Option<bool>("--no-download") { Description = "Do not download the schema." };
        var fromStrawberryShake =
            new Option<bool>("--from-strawberry-shake") { Description = "Take over the configurations and schema extensions of Strawberry Shake." };
        var command = new ToolCommand("init", Summary, Details) { client, @namespace, force, noPackage, noDownload, fromStrawberryShake };
        connection.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var project = CSharpProject.Find(host.Folder);
            if (parsed.GetValue(fromStrawberryShake))
                await StrawberryShakeInit.RunAsync(project, !parsed.GetValue(noPackage), parsed.GetValue(force), host, cancellationToken)
                    .ConfigureAwait(false);
            else
                await RunAsync(parsed, project, cancellationToken).ConfigureAwait(false);
            return ExitCode.Clean;
        });
        return command;

        async Task RunAsync(ParseResult parsed, CSharpProject project, CancellationToken cancellationToken)
        {
            Scaffold.CheckNames(parsed.GetValue(client), parsed.GetValue(@namespace));
            Scaffold.CheckFree(host, parsed.GetValue(force));
            var server = parsed.GetValue(noDownload) && !connection.HasEndpoint(parsed) ? null : connection.Ask(parsed, host);
            var key = connection.KeyVariable(parsed);
            var plan = new Scaffold(project, parsed.GetValue(client), parsed.GetValue(@namespace), server?.Endpoint, key);
            if (!parsed.GetValue(noDownload))
                await SchemaDownloadCommand.DownloadAsync(server!, Scaffold.SchemaPath, host, cancellationToken).ConfigureAwait(false);
            plan.Write(host, parsed.GetValue(force));
            if (!parsed.GetValue(noPackage))
                await project.AddPackageAsync(host, cancellationToken).ConfigureAwait(false);
            var next = NextSteps.Text(project, plan.Client, connection.KeyName(parsed, plan.Client), Scaffold.HasSchema(host));
            await host.Output.WriteAsync(next).ConfigureAwait(false);
        }
    }
}
