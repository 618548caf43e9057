using Lathe.Generator.Configuration;
using Lathe.Generator.Pipeline;
using Lathe.Language.Fixes;
using Lathe.Language.Fixes.Running;
using Lathe.Language.Fragments;
using Lathe.Language.Syntax;
using Microsoft.CodeAnalysis;

namespace Lathe.CodeFixes;

/// <summary>The documents of a project in an editor, by the plan by which its build compiles them.</summary>
internal static class ProjectDocuments
{
    /// <summary>Gets the path by which the compiler knows a document.</summary>
    public static string PathOf(TextDocument document) => document.FilePath ?? document.Name;

    /// <summary>Proposes ways to mend what a diagnostic tells.</summary>
    /// <param name="document">The document.</param>
    /// <param name="diagnostic">A diagnostic in it; one that the text no longer has comes to nothing.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static IReadOnlyList<Fix> Propose(TextDocument document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var options = document.Project.AnalyzerOptions;
        var project = PlannedProject.Of(options.AdditionalFiles, options.AnalyzerConfigOptionsProvider, cancellationToken);
        var path = PathOf(document);
        return [.. project.Plan.Clients.Where(client => client.Documents.Any(file => file.Path == path))
            .SelectMany(client => Propose(project, client, path, diagnostic, cancellationToken))
            .GroupBy(static fix => fix.Title, StringComparer.Ordinal).Select(static same => same.First())];
    }

    private static IEnumerable<Fix> Propose(
        PlannedProject project, ClientPlan client, string path, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var schema = LoadedSchema.Load(SchemaFiles.Pick((client, project.Table), cancellationToken), cancellationToken).Schema;
        var check = new DocumentCheck(schema, client.Config.AllowsFragmentArguments, [diagnostic.Id]);
        DocumentSyntax[] documents = [.. project.Table.All(client.Documents).Select(file => check.Parse(file.Source, cancellationToken))];
        var context = new FixContext(schema, new DocumentIndex(documents, cancellationToken), cancellationToken);
        var span = diagnostic.Location.SourceSpan;
        return check.Check(documents, cancellationToken)
            .Where(error => error.Descriptor.Id == diagnostic.Id && error.Locations.Count > 0)
            .Where(error => error.Locations[0].Source.Path == path && error.Locations[0].Span.Start == span.Start)
            .SelectMany(error => FixRules.Propose(error, context));
    }
}
