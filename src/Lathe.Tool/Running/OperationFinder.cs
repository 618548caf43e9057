using Lathe.Language.Errors;
using Lathe.Language.Fragments;
using Lathe.Language.Projects;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation;
using Lathe.Tool.Files;
using Lathe.Tool.Hosting;

namespace Lathe.Tool.Running;

/// <summary>Finds an operation by its file, and checks it with all that it reaches; mistakes elsewhere in the project do not matter.</summary>
internal static class OperationFinder
{
    /// <summary>Finds it.</summary>
    /// <param name="projects">The projects, one of which has the file.</param>
    /// <param name="path">The file, relative to the folder of the command.</param>
    /// <param name="name">The operation's name; null for the only one of the file.</param>
    /// <param name="host">The folder of the command.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ToolException">There is no such operation, or several.</exception>
    public static ProjectOperation Find(
        IReadOnlyList<ProjectSources> projects, string path, string? name, ToolHost host, CancellationToken cancellationToken)
    {
        var full = Path.GetFullPath(Path.Combine(host.Folder, path));
        bool IsMeant(string document) => Path.GetFullPath(Path.Combine(host.Folder, document)) == full;
        var owners = projects.Where(project => project.Documents.Any(document => IsMeant(document.Path))).ToArray();
        if (owners.Length == 0)
            throw new ToolException(NotThere(full, path, projects));
        if (owners.Length > 1)
        {
            var names = string.Join(", ", owners.Select(owner => owner.Name));
            throw new ToolException($"'{path}' is a document of several projects: {names}. Name one with --project.");
        }

        var documents = owners[0].ParseDocuments(cancellationToken);
        var document = documents.First(candidate => IsMeant(candidate.Source.Path));
        return Check(owners[0], documents, Pick(document, path, name), cancellationToken);
    }

    private static string NotThere(string full, string path, IReadOnlyList<ProjectSources> projects) => File.Exists(full)
        ? $"'{path}' is no document of {(projects.Count == 1 ? $"project '{projects[0].Name}'" : "any project")}. "
            + "Name it under \"documents\" in .graphqlrc.json, or give --schema and --documents."
        : $"There is no file '{path}'.";

    private static OperationDefinitionSyntax Pick(DocumentSyntax document, string path, string? name)
    {
        var all = document.Definitions.OfType<OperationDefinitionSyntax>().ToArray();
        var picked = name is null ? all : [.. all.Where(operation => operation.Name?.Value == name)];
        var known = string.Join(", ", all.Select(operation => operation.Name?.Value ?? "one without a name"));
        return (picked.Length, all.Length) switch
        {
            (1, _) => picked[0],
            (_, 0) when document.Errors.Count > 0 && !document.IsEmpty => throw new ToolException(document.Errors[0].ToString()),
            (_, 0) => throw new ToolException($"'{path}' holds no operation."),
            (0, _) => throw new ToolException($"'{path}' holds no operation '{name}'. It has: {known}."),
            _ when name is null => throw new ToolException($"'{path}' holds several operations: {known}. Name one with --operation."),
            _ => throw new ToolException($"'{path}' holds two operations '{name}'. Give one of them another name."),
        };
    }

    private static ProjectOperation Check(
        ProjectSources project, IReadOnlyList<DocumentSyntax> documents, OperationDefinitionSyntax operation, CancellationToken cancellationToken)
    {
        var compiled = ProjectCheck.Compiled(documents);
        if (operation.Name is { } name && !compiled.Any(document => document.Definitions.Contains(operation)))
            throw new ToolException($"Another operation '{name.Value}' of the project comes first. Give one of them another name.");
        var schema = project.CreateSchema(cancellationToken);
        var index = new DocumentIndex(compiled, cancellationToken);
        return new ProjectOperation
        {
            Project = project,
            Schema = schema,
            Definition = operation,
            Index = index,
            Errors = FindErrors(schema, index, operation, cancellationToken),
        };
    }

    private static LanguageError[] FindErrors(
        Schema schema, DocumentIndex index, OperationDefinitionSyntax operation, CancellationToken cancellationToken)
    {
        var reached = index.Graph.Reach(operation.SelectionSet).Append<DefinitionSyntax>(operation).ToHashSet();
        var parts = index.Documents.Select(document => document.WithOnly([.. document.Definitions.Where(reached.Contains)])).ToArray();

        // A fragment that is not found may be hidden by a mistake in another file.
        var isWhole = parts.SelectMany(part => part.Definitions).All(
            definition => index.Graph.SpreadsOf(SelectionSetOf(definition)).All(spread => index.FindFragment(spread.Name.Value) is not null));
        var ofDocuments = parts.Where(part => !isWhole || part.Definitions.Count > 0).SelectMany(part => DocumentErrors.Of(part));
        var ofRules = ProjectCheck.Validate(schema, parts, ValidationOptions.Project, cancellationToken);
        return [
            .. ofDocuments.Concat(ofRules).Concat(schema.Errors).Where(error => error.Descriptor.Severity == ErrorSeverity.Error),
        ];
    }

    private static SelectionSetSyntax SelectionSetOf(DefinitionSyntax definition) => definition is FragmentDefinitionSyntax fragment
        ? fragment.SelectionSet
        : ((OperationDefinitionSyntax)definition).SelectionSet;
}
