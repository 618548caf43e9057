using Lathe.Language.Advice;
using Lathe.Language.Configuration;
using Lathe.Language.Errors;
using Lathe.Language.Fragments;
using Lathe.Language.Paging;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation;
using Lathe.Tool.Drift;
using Lathe.Tool.Files;
using Lathe.Tool.Hosting;
using Lathe.Tool.Output;
using Lathe.Tool.Validation;

namespace Lathe.Tool.Operations;

/// <summary>Holds operations to the limits of their API, and gathers the advice of the build.</summary>
internal static class LimitCheck
{
    public static ValidationReport Run(IReadOnlyList<ProjectSources> projects, bool strict, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        var (operations, fragments) = (0, 0);
        foreach (var project in projects)
        {
            var schema = SchemaFiles.Create(project, cancellationToken);
            var documents = ParsedDocuments.Parse(project.Documents, project.AllowsFragmentArguments, cancellationToken);
            if (DocumentValidator.Validate(schema, documents, cancellationToken) is [var error, ..])
                throw new ToolException($"{error} Mend it first; 'lathe validate' shows all errors.");
            var index = new DocumentIndex(documents);
            operations += index.Operations.Count;
            fragments += index.Fragments.Count;
            var config = project.Config ?? new ClientConfig();
            var over = OverLimits(schema, index, config.Limits, cancellationToken);
            var advice = DocumentValidator.Validate(schema, documents, ValidationOptions.Advice, cancellationToken)
                .Concat(Scalars(schema, index, config, cancellationToken))
                .Concat(index.Operations.SelectMany(one => PagerFinder.Find(schema, one, index.FindFragment, cancellationToken).Findings))
                .Where(item => !Suppressions.Cover(item))
                .Concat(documents.SelectMany(document => Suppressions.Of(document.Source).Errors));
            findings.AddRange(over.Where(limit => !Suppressions.Cover(limit)).Select(limit => ToFinding(limit, FindingLevel.Error)));
            findings.AddRange(advice.Select(item => ToFinding(item, strict ? FindingLevel.Error : FindingLevel.Warning)));
        }

        return new ValidationReport(findings, operations, fragments);
    }

    private static IEnumerable<LanguageError> OverLimits(
        Schema schema, DocumentIndex index, OperationLimits limits, CancellationToken cancellationToken)
    {
        var over = index.Operations.SelectMany(operation => LimitAdvice.Check(operation, index.FindFragment, limits, cancellationToken));
        return limits.RequireListLimit
            ? over.Concat(Definitions(index).SelectMany(definition => ListLimitAdvice.Check(schema, definition, cancellationToken)))
            : over;
    }

    // The build tells of all in one line; a list has a line for each.
    private static IEnumerable<LanguageError> Scalars(
        Schema schema, DocumentIndex index, ClientConfig config, CancellationToken cancellationToken)
    {
        var uses = Definitions(index).SelectMany(definition => UnmappedScalars.Of(schema, config.Scalars, definition, cancellationToken));
        return UnmappedScalarAdvice.Each(uses).Select(use => UnmappedScalarAdvice.Of([use]));
    }

    private static IEnumerable<DefinitionSyntax> Definitions(DocumentIndex index) => index.Operations.Concat<DefinitionSyntax>(index.Fragments);

    private static Finding ToFinding(LanguageError error, FindingLevel level) =>
        new(error.Descriptor.Id, error.Descriptor.Rule, level, error.Message, [.. error.Locations.Select(FindingLocation.From)]);
}
