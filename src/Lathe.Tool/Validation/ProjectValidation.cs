using Lathe.Language.Configuration;
using Lathe.Language.Errors;
using Lathe.Language.Projects;
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
    /// <param name="projects">The projects; of one without a schema, only its mistakes are told.</param>
    /// <param name="mistakes">What is wrong with the configuration.</param>
    /// <param name="strict">Whether the rules are those for a single document.</param>
    /// <param name="folder">The folder that shown paths are relative to.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static ValidationReport Validate(
        IReadOnlyList<ProjectSources> projects,
        IReadOnlyList<LanguageError> mistakes, bool strict, string folder, CancellationToken cancellationToken)
    {
        var errors = new List<LanguageError>(mistakes);
        var (operations, fragments) = (0, 0);
        foreach (var project in projects)
        {
            var documents = project.ParseDocuments(cancellationToken);
            operations += documents.Sum(document => document.Definitions.OfType<OperationDefinitionSyntax>().Count());
            fragments += documents.Sum(document => document.Definitions.OfType<FragmentDefinitionSyntax>().Count());
            errors.AddRange(project.Mistakes);
            if (project.Schema.Count == 0)
                continue;
            var schema = project.CreateSchema(cancellationToken);
            if (project.Project is { } configured)
                errors.AddRange(ConfiguredScalars.Check(configured, schema));
            errors.AddRange(Check(schema, documents, strict, cancellationToken));
        }

        return new ValidationReport([.. errors.Select(error => ToFinding(error, folder))], operations, fragments);
    }

    private static IEnumerable<LanguageError> Check(
        Schema schema, IReadOnlyList<DocumentSyntax> documents, bool strict, CancellationToken cancellationToken)
    {
        var options = strict ? ValidationOptions.Strict : ValidationOptions.Project;
        var invalid = ProjectCheck.Validate(schema, documents, options, cancellationToken);

        // A schema alone is held to the specification. With documents it is taken as the server has it.
        var mode = strict || documents.Count == 0 ? SchemaValidationMode.Strict : SchemaValidationMode.Client;
        var faults = SchemaValidator.Validate(schema, mode, cancellationToken).Where(fault => !Suppressions.Cover(fault));
        return faults.Concat(documents.SelectMany(document => DocumentErrors.Of(document, strict))).Concat(invalid);
    }

    // The configuration is read by its full path, which its patterns start from.
    private static FindingLocation Place(SourceLocation location, string folder)
    {
        var place = FindingLocation.From(location);
        return Path.IsPathRooted(place.File) ? place with { File = TextFiles.Display(place.File, folder) } : place;
    }

    private static Finding ToFinding(LanguageError error, string folder)
    {
        var level = error.Descriptor.Severity == ErrorSeverity.Error ? FindingLevel.Error : FindingLevel.Warning;
        return new Finding(
            error.Descriptor.Id, error.Descriptor.Rule, level, error.Message, [.. error.Locations.Select(location => Place(location, folder))]);
    }
}
