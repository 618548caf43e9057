using Lathe.Language.Advice;
using Lathe.Language.Configuration;
using Lathe.Language.Errors;
using Lathe.Language.Validation;
using Lathe.Language.Fragments;
using Lathe.Tool.Drift;
using Lathe.Tool.Files;
using Lathe.Tool.Hosting;
using Lathe.Tool.Output;
using Lathe.Tool.Validation;

namespace Lathe.Tool.Operations;

/// <summary>Holds operations to the limits of their API.</summary>
internal static class LimitCheck
{
    public static ValidationReport Run(IReadOnlyList<ProjectSources> projects, bool strict, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        var (operations, fragments) = (0, 0);
        foreach (var project in projects)
        {
            var schema = SchemaFiles.Create(project.Schema, project.Schema[0].Path, cancellationToken);
            var documents = ParsedDocuments.Parse(project.Documents, project.AllowsFragmentArguments, cancellationToken);
            if (DocumentValidator.Validate(schema, documents, cancellationToken) is [var error, ..])
                throw new ToolException($"{error} Mend it first; 'lathe validate' shows all errors.");
            var index = new DocumentIndex(documents);
            var limits = project.Config?.Limits ?? new OperationLimits();
            operations += index.Operations.Count;
            fragments += index.Fragments.Count;
            var over = index.Operations.SelectMany(operation => LimitAdvice.Check(operation, index.FindFragment, limits, cancellationToken));
            if (limits.RequireListLimit)
            {
                over = over.Concat(index.Operations.SelectMany(operation => ListLimitAdvice.Check(schema, operation, cancellationToken)))
                    .Concat(index.Fragments.SelectMany(fragment => ListLimitAdvice.Check(schema, fragment, cancellationToken)));
            }

            findings.AddRange(over.Where(limit => !Suppressions.Cover(limit)).Select(limit => ToFinding(limit, FindingLevel.Error)));
            var advice = DocumentValidator.Validate(
                schema, documents, ValidationOptions.Advice, cancellationToken).Where(item => !Suppressions.Cover(item))
                .Concat(documents.SelectMany(document => Suppressions.Of(document.Source).Errors));
            findings.AddRange(advice.Select(item => ToFinding(item, strict ? FindingLevel.Error : FindingLevel.Warning)));
        }

        return new ValidationReport(findings, operations, fragments);
    }

    private static Finding ToFinding(LanguageError error, FindingLevel level) =>
        new(error.Descriptor.Id, error.Descriptor.Rule, level, error.Message, [.. error.Locations.Select(FindingLocation.From)]);
}
