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

    /// <summary>Proposes ways to mend what diagnostics tell.</summary>
    /// <param name="document">The document.</param>
    /// <param name="diagnostics">Diagnostics in it; one that the text no longer has comes to nothing.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static IReadOnlyList<(Diagnostic Diagnostic, Fix Fix)> Propose(
        TextDocument document, IReadOnlyList<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var options = document.Project.AnalyzerOptions;
        var project = PlannedProject.Of(options.AdditionalFiles, options.AnalyzerConfigOptionsProvider, language: null, cancellationToken);
        var path = PathOf(document);
        return [.. project.Plan.Clients.Where(client => client.Documents.Any(file => file.Path == path))
            .SelectMany(client => Propose(project, client, path, diagnostics, cancellationToken))
            .GroupBy(static one => (one.Diagnostic, one.Fix.Title)).Select(static same => same.First())];
    }

    private static IEnumerable<(Diagnostic Diagnostic, Fix Fix)> Propose(
        PlannedProject project, ClientPlan client, string path, IReadOnlyList<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var schema = LoadedSchema.Load(SchemaFiles.Pick((client, project.Table), cancellationToken), cancellationToken).Schema;
        var check = new DocumentCheck(schema, client.Config.AllowsFragmentArguments, [.. diagnostics.Select(static one => one.Id)]);
        DocumentSyntax[] documents = [.. project.Table.All(client.Documents).Select(file => check.Parse(file.Source, cancellationToken))];
        var context = new FixContext(schema, new DocumentIndex(documents, cancellationToken), cancellationToken);
        var errors = check.Check(documents, cancellationToken).Where(error => error.Locations.Count > 0 && error.Locations[0].Source.Path == path)
            .ToLookup(static error => (error.Descriptor.Id, error.Locations[0].Span.Start));
        return diagnostics.SelectMany(diagnostic => errors[(diagnostic.Id, diagnostic.Location.SourceSpan.Start)]
            .SelectMany(error => FixRules.Propose(error, context)).Select(fix => (diagnostic, fix)));
    }
}
