using Lathe.Language.Fragments;
using Lathe.Language.Projects;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation;
using Lathe.Tool.Drift;
using Lathe.Tool.Files;
using Lathe.Tool.Hosting;
using Lathe.Tool.Output;

namespace Lathe.Tool.Operations;

/// <summary>A document as a generated client sends it.</summary>
/// <param name="Name">The operation.</param>
/// <param name="Type">Its kind.</param>
/// <param name="Body">The text, the same bytes that go over the wire.</param>
internal sealed record PersistedDocument(string Name, OperationType Type, string Body)
{
    /// <summary>Gets the SHA-256 of the body in lower-case hexadecimal digits.</summary>
    public string Id { get; } = Digest.Sha256(Body);

    public static IReadOnlyList<PersistedDocument> Of(ProjectSources project, ToolHost host, CancellationToken cancellationToken)
    {
        var schema = SchemaFiles.Create(project, cancellationToken);
        var documents = ParsedDocuments.Parse(project.Documents, project.AllowsFragmentArguments, cancellationToken);
        if (DocumentValidator.Validate(schema, documents, cancellationToken) is [var error, ..])
            throw new ToolException($"{error} Mend it first; 'lathe validate' shows all errors.");
        foreach (var anonymous in documents.Where(
            document => document.Definitions.OfType<OperationDefinitionSyntax>().Any(operation => operation.Name is null)))
            host.Error.WriteLine($"{anonymous.Source.Path}: the operation has no name, so that no client sends it; it is not in the manifest.");
        var index = new DocumentIndex(documents, cancellationToken);
        var typenames = new TypenameNeeds(schema, index.FindFragment);
        return [
            .. index.Operations.Where(operation => operation.Name is not null)
            .OrderBy(operation => operation.Name!.Value, StringComparer.Ordinal)
            .Select(operation => Create(schema, index, typenames, operation, cancellationToken)),
        ];
    }

    /// <summary>Makes the document of an operation that is sound and has a name.</summary>
    public static PersistedDocument Create(
        Schema schema, DocumentIndex index, TypenameNeeds typenames, OperationDefinitionSyntax operation, CancellationToken cancellationToken)
    {
        string? FieldType(string type, string field) => schema.FindType(type) is { } parent ? schema.FindField(parent, field)?.Type.NamedType : null;
        var root = schema.FindRootTypeName(operation.OperationType)!;
        var body = new RequestDocument(typenames, FieldType, cancellationToken)
            .Write(operation, root, index.Graph.Reach(operation.SelectionSet));
        return new PersistedDocument(operation.Name!.Value, operation.OperationType, body);
    }
}
