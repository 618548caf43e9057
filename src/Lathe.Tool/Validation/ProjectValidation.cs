using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation;
using Lathe.Tool.Files;
using Lathe.Tool.Output;

namespace Lathe.Tool.Validation;

/// <summary>Checks the schema and the documents of a project.</summary>
internal static class ProjectValidation
{
    public static ValidationReport Validate(IReadOnlyList<ProjectSources> projects, bool strict, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        var (operations, fragments) = (0, 0);
        foreach (var project in projects)
        {
            var documents = project.ParseDocuments(cancellationToken);
            operations += documents.Sum(document => document.Definitions.OfType<OperationDefinitionSyntax>().Count());
            fragments += documents.Sum(document => document.Definitions.OfType<FragmentDefinitionSyntax>().Count());
            findings.AddRange(Check(project.CreateSchema(cancellationToken), documents, strict, cancellationToken).Select(ToFinding));
        }

        return new ValidationReport(findings, operations, fragments);
    }

    private static IEnumerable<LanguageError> Check(
        Schema schema, IReadOnlyList<DocumentSyntax> documents, bool strict, CancellationToken cancellationToken)
    {
        var options = strict ? ValidationOptions.Strict : ValidationOptions.Project;
        var invalid = DocumentValidator.Validate(schema, documents, options, cancellationToken);
        var errors = schema.Errors;
        return errors.Concat(documents.SelectMany(document => document.Errors)).Concat(invalid);
    }

    private static Finding ToFinding(LanguageError error)
    {
        var level = error.Descriptor.Severity == ErrorSeverity.Error ? FindingLevel.Error : FindingLevel.Warning;
        return new Finding(error.Descriptor.Id, error.Descriptor.Rule, level, error.Message, [.. error.Locations.Select(FindingLocation.From)]);
    }
}
