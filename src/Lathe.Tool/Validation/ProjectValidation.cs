using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Language.TypeSystem.Validation;
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

        // A schema looked at for its own sake is held to the specification; a server's is taken as a client must.
        var mode = strict || documents.Count == 0 ? SchemaValidationMode.Strict : SchemaValidationMode.Client;
        return SchemaValidator.Validate(schema, mode, cancellationToken).Concat(documents.SelectMany(document => document.Errors)).Concat(invalid);
    }

    private static Finding ToFinding(LanguageError error)
    {
        var level = error.Descriptor.Severity == ErrorSeverity.Error ? FindingLevel.Error : FindingLevel.Warning;
        return new Finding(error.Descriptor.Id, error.Descriptor.Rule, level, error.Message, [.. error.Locations.Select(FindingLocation.From)]);
    }
}
