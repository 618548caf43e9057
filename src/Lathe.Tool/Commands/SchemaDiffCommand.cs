using System.CommandLine;
using Lathe.Language.Syntax;
using Lathe.Tool.Drift;
using Lathe.Tool.Files;
using Lathe.Tool.Hosting;
using Lathe.Tool.Output;

namespace Lathe.Tool.Commands;

/// <summary><c>lathe schema diff</c>: compares two schemas.</summary>
internal static class SchemaDiffCommand
{
    private const string Summary = "Compares two schemas, and says which of your operations the changes touch.";

    private const string Details = """
        Exit code 0: nothing breaks you. 1: something does. 2: the comparison could not be made.
        Without documents nobody can say who is hit, and every breaking change counts.

        Example:
          lathe schema diff old.graphql new.graphql --documents "Queries/**/*.graphql" --format markdown
        """;

    public static Command Create(ToolHost host)
    {
        var old = new Argument<string>("OLD") { Description = "The schema that operations were written against: a file or glob." };
        var @new = new Argument<string>("NEW") { Description = "The schema as it is now." };
        var documents = SharedOptions.Documents();
        var config = SharedOptions.Config();
        var project = SharedOptions.Project();
        var format = SharedOptions.Format();
        var drift = new DriftOptions();
        var partial = new Option<bool>("--partial") { Description = "The schemas are parts of one, such as a module or subgraph." };
        var command = new ToolCommand("diff", Summary, Details) { old, @new, documents, config, project, format, partial };
        drift.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            var isPartial = parsed.GetValue(partial);
            var oldSchema = SchemaFiles.Index(parsed.GetValue(old)!, "old", isPartial, host, cancellationToken);
            var newSchema = SchemaFiles.Index(parsed.GetValue(@new)!, "new", isPartial, host, cancellationToken);
            string[] compared = [parsed.GetValue(@new)!, parsed.GetValue(old)!];
            var parsedTexts = Documents(
                parsed.GetValue(documents) ?? [], parsed.GetValue(config), parsed.GetValue(project), compared, host, cancellationToken);
            var rules = drift.Read(parsed, host.Folder, host) with { IsPartial = isPartial };
            var report = SchemaDrift.Find(oldSchema, newSchema, parsedTexts, rules, cancellationToken);
            rules.Ignore.ReportUnused(host);
            ReportFormats.Write(parsed.GetValue(format)!, report, host);
            return Task.FromResult(report.Breaks ? ExitCode.Found : ExitCode.Clean);
        });
        return command;
    }

    private static Dictionary<string, IReadOnlyList<DocumentSyntax>> Documents(
        string[] patterns, string? config, string? project, string[] compared, ToolHost host, CancellationToken cancellationToken)
    {
        var documents = new Dictionary<string, IReadOnlyList<DocumentSyntax>>(StringComparer.Ordinal);
        if (patterns.Length > 0)
            documents.Add("default", ParsedDocuments.Parse(ProjectSources.ReadAll(patterns, "--documents", host), false, cancellationToken));
        else if (config is not null || ProjectConfiguration.FindFile(host.Folder) is not null)
        {
            foreach (var configured in ProjectOptions.Pick(ProjectConfiguration.ReadValid(config, host), project))
            {
                var sources = ProjectTexts.ReadValid(configured, host);
                documents.TryAdd(sources.Name, ParsedDocuments.Parse(sources.Documents, sources.AllowsFragmentArguments, cancellationToken));
            }
        }
        else if (DefaultConfiguration.FindDocuments(host.Folder, compared) is { Count: > 0 } texts)
            documents.Add("default", ParsedDocuments.Parse(texts, false, cancellationToken));

        return documents;
    }
}
