using System.CommandLine;
using System.Globalization;
using Lathe.Language.Configuration;
using Lathe.Tool.Download;
using Lathe.Tool.Files;
using Lathe.Tool.Hosting;
using Lathe.Tool.Output;

namespace Lathe.Tool.Commands;

/// <summary><c>lathe schema download</c>: writes a server's schema to a file.</summary>
internal static class SchemaDownloadCommand
{
    private const string Summary = "Downloads a server's schema by introspection, as sorted SDL, or as JSON where the file's name ends so.";

    private const string Details = """
        The file is replaced whole or not at all. Exit code 0: written or unchanged. 2: it could not be had.

        Example:
          lathe schema download --endpoint https://api.example.com/graphql --token-env API_KEY --output schema.graphql
        """;

    public static Command Create(ToolHost host)
    {
        var connection = new ConnectionOptions();
        var output =
            new Option<string?>("--output", "-o") { Description = "The file to write; by default the configuration's schema, else "
            + "schema.graphql.", HelpName = "FILE" };
        var config = SharedOptions.Config();
        var project = SharedOptions.Project();
        var command = new ToolCommand("download", Summary, Details) { output, config, project };
        connection.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var target = Target(
                parsed.GetValue(config), parsed.GetValue(project), needed: parsed.GetValue(output) is null || !connection.HasEndpoint(parsed), host);
            var path = parsed.GetValue(output) ?? SchemaPath(target, host);
            await DownloadAsync(connection.Read(parsed, target?.Config, host), path, host, cancellationToken).ConfigureAwait(false);
            return ExitCode.Clean;
        });
        return command;
    }

    /// <summary>Downloads to a file and says what came of it.</summary>
    public static async Task DownloadAsync(Connection connection, string path, ToolHost host, CancellationToken cancellationToken)
    {
        var downloaded = await SchemaDownload.RunAsync(connection, host, cancellationToken).ConfigureAwait(false);
        var schema = SchemaText.Read(downloaded, connection.ToString(), cancellationToken);
        var text = SchemaText.Write(downloaded, schema, path, cancellationToken);
        var isSame = !TextFiles.WriteAtomically(Path.GetFullPath(Path.Combine(host.Folder, path)), text);
        var types = schema.TypeNames.Count(name => !schema.IsBuiltInType(name));
        await host.Output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{path}: {PlainText.Count(types, "type")}{(isSame ? ", unchanged" : string.Empty)}.")).ConfigureAwait(false);
    }

    private static ConfiguredProject? Target(string? config, string? project, bool needed, ToolHost host)
    {
        if (config is null && (!needed || ProjectConfiguration.FindFile(host.Folder) is null))
            return null;
        var projects = ProjectOptions.Pick(ProjectConfiguration.ReadValid(config, host), project);
        return projects.Count == 1 ? projects[0] : throw new ToolException("The configuration has several projects; name one with --project.");
    }

    private static string SchemaPath(ConfiguredProject? project, ToolHost host)
    {
        if (project is null)
            return "schema.graphql";
        if (project.Schema.Count != 1 || !project.Schema[0].Glob.IsPath)
            throw new ToolException("The configuration's schema is not a single file; name the file to write with --output.");
        return TextFiles.Display(Path.GetFullPath(project.Schema[0].Glob.Text, Path.GetDirectoryName(project.Location.Source.Path)!), host.Folder);
    }
}
