using System.CommandLine;
using Lathe.Language.Configuration;
using Lathe.Language.Syntax;
using Lathe.Tool.Download;
using Lathe.Tool.Drift;
using Lathe.Tool.Files;
using Lathe.Tool.Hosting;
using Lathe.Tool.Output;

namespace Lathe.Tool.Commands;

/// <summary><c>lathe schema check</c>: compares the committed schema of each project with the live one, or with a file.</summary>
internal static class SchemaCheckCommand
{
    private const string Summary = "Checks whether the API's schema has drifted from the committed one, and which of your operations that breaks.";

    private const string Details = """
        Exit code 0: nothing breaks you. 1: something does. 2: the check could not be made.

        Example:
          lathe schema check --token-env API_KEY --format github
        """;

    public static Command Create(ToolHost host)
    {
        var connection = new ConnectionOptions();
        var against = new Option<string?>("--against") { Description = "Compare with this schema file instead of the live one.", HelpName = "FILE" };
        var accept = new Option<bool>("--accept") { Description = "Replace the committed schema by the new one after the check." };
        var config = SharedOptions.Config();
        var project = SharedOptions.Project();
        var format = SharedOptions.Format();
        var drift = new DriftOptions();
        var command = new ToolCommand("check", Summary, Details) { against, accept, config, project, format };
        drift.AddTo(command);
        connection.AddTo(command);
        command.SetAction(CheckAsync);
        return command;

        async Task<int> CheckAsync(ParseResult parsed, CancellationToken cancellationToken)
        {
            var projects = ProjectOptions.Pick(ProjectConfiguration.ReadValid(parsed.GetValue(config), host), parsed.GetValue(project));
            var rules = drift.Read(parsed, Path.GetDirectoryName(projects[0].Location.Source.Path)!, host);
            connection.CheckOneServer(parsed, parsed.GetValue(against) is null ? [.. projects.Select(configured => configured.Config.Endpoint)] : []);
            var reports = new List<DriftReport>();
            var writes = new List<Action>();
            var asked = new Dictionary<string, CurrentSchema>(StringComparer.Ordinal);
            foreach (var configured in projects)
            {
                var source = parsed.GetValue(against) ?? configured.Config.Endpoint ?? string.Empty;
                if (!asked.TryGetValue(source, out var current))
                {
                    var connect = () => connection.Read(parsed, configured.Config.Endpoint, host);
                    current = await CurrentAsync(parsed.GetValue(against), connect, host, cancellationToken).ConfigureAwait(false);
                    asked.Add(source, current);
                }

                reports.Add(Check(configured, current, rules, host, out var completed, cancellationToken));
                if (parsed.GetValue(accept))
                    writes.Add(Accept(configured, completed, cancellationToken));
            }

            rules.Ignore.ReportUnused(host);
            return Finish(DriftReport.Join(reports, isToAccept: !parsed.GetValue(accept)), writes, parsed.GetValue(format)!, host);
        }
    }

    private static int Finish(DriftReport report, List<Action> writes, string format, ToolHost host)
    {
        ReportFormats.Write(format, report, host);
        writes.ForEach(write => write());
        return report.Breaks ? ExitCode.Found : ExitCode.Clean;
    }

    private static async Task<CurrentSchema> CurrentAsync(
        string? against, Func<Connection> connect, ToolHost host, CancellationToken cancellationToken) => against is not null
            ? CurrentSchema.FromFile(against, host, cancellationToken)
            : await CurrentSchema.FromServerAsync(connect(), host, cancellationToken).ConfigureAwait(false);

    private static DriftReport Check(
        ConfiguredProject configured,
        CurrentSchema current, DriftRules rules, ToolHost host, out CurrentSchema completed, CancellationToken cancellationToken)
    {
        var sources = ProjectTexts.ReadValid(configured, host);
        var committed = new NamedSchema(sources.Schema[0].Path, SchemaFiles.Index(sources.Schema, sources.Schema[0].Path, cancellationToken));
        completed = current.CompletedBy(committed.Schema, host, cancellationToken);
        var documents = new Dictionary<string, IReadOnlyList<DocumentSyntax>>(StringComparer.Ordinal)
        {
            [sources.Name] = ParsedDocuments.Parse(sources.Documents, sources.AllowsFragmentArguments, cancellationToken),
        };
        return SchemaDrift.Find(
            committed, new NamedSchema(completed.Name, completed.Schema), documents, rules with { Untold = completed.Untold }, cancellationToken);
    }

    private static Action Accept(ConfiguredProject configured, CurrentSchema current, CancellationToken cancellationToken)
    {
        var files = ProjectTexts.SelectFiles(configured).Schema;
        if (files.Count != 1)
            throw new ToolException($"--accept replaces one schema file; project '{configured.Config.ProjectName}' has {files.Count}.");
        var text = current.Write(files[0], cancellationToken);
        return () => TextFiles.WriteAtomically(files[0], text);
    }
}
