using Lathe.Language.Advice;
using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation;
using Lathe.Language.Fragments;
using Lathe.Tool.Drift;
using Lathe.Tool.Files;
using Lathe.Tool.Hosting;

namespace Lathe.Tool.Operations;

/// <summary>An operation of the project.</summary>
internal sealed record ListedOperation(
    string? Name, OperationType Type, SourceLocation Location, IReadOnlyList<string> Variables, OperationSize Size, IReadOnlyList<string> Scopes);

/// <summary>What a project asks of its API.</summary>
/// <param name="Project">The project's name.</param>
/// <param name="Operations">The operations in the order of the documents.</param>
/// <param name="Scopes">The scopes that a key needs, nothing else; in ordinal order.</param>
/// <param name="Deprecated">The deprecated parts in use.</param>
/// <param name="UsedFields">How many fields of the schema are asked for.</param>
/// <param name="UnusedFields">The fields of types in use, as <c>Type.field</c>, that nobody asks for.</param>
/// <param name="UnusedTypes">The output types that nobody asks for.</param>
internal sealed record Inventory(
    string Project,
    IReadOnlyList<ListedOperation> Operations,
    IReadOnlyList<string> Scopes,
    IReadOnlyList<LanguageError> Deprecated,
    int UsedFields,
    IReadOnlyList<string> UnusedFields,
    IReadOnlyList<string> UnusedTypes)
{
    public static Inventory Make(ProjectSources project, IReadOnlyList<string> commonScopes, CancellationToken cancellationToken)
    {
        var schema = SchemaFiles.Create(project, cancellationToken);
        var documents = ParsedDocuments.Parse(project.Documents, project.AllowsFragmentArguments, cancellationToken);
        if (DocumentValidator.Validate(schema, documents, cancellationToken) is [var error, ..])
            throw new ToolException($"{error} Mend it first; 'lathe validate' shows all errors.");
        var index = new DocumentIndex(documents, cancellationToken);
        var usage = SchemaUsage.Find(schema, index);
        var advice = DocumentValidator.Validate(schema, documents, ValidationOptions.Advice, cancellationToken);
        var types = schema.TypeNames.Where(name => !schema.IsBuiltInType(name) && schema.FindType(name) is FieldsType).ToArray();
        var operations = index.Operations.Select(operation => List(schema, operation, index, cancellationToken)).ToArray();
        return new Inventory(
            project.Name,
            operations,
            [
                .. commonScopes.Concat(operations.SelectMany(operation => operation.Scopes))
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            ],
            [.. advice.Where(item => item.Descriptor.Rule.Contains("Deprecated", StringComparison.Ordinal))],
            usage.Fields.Count,
            [
                .. types.Where(usage.Types.Contains)
                    .SelectMany(name => ((FieldsType)schema.FindType(name)!).Fields.Select(field => $"{name}.{field.Name}"))
                    .Where(field => !usage.Fields.Contains(field))
                    .Order(StringComparer.Ordinal),
            ],
            [.. types.Where(name => !usage.Types.Contains(name)).Order(StringComparer.Ordinal)]);
    }

    private static ListedOperation List(Schema schema, OperationDefinitionSyntax operation, DocumentIndex index, CancellationToken cancellationToken)
    {
        var source = operation.Source.Text;
        var variables = operation.VariableDefinitions.Select(
            variable => $"${variable.Variable.Name.Value}: {source.Substring(variable.Type.Span.Start, variable.Type.Span.Length)}");
        var size = OperationSize.Measure(operation, index.FindFragment, cancellationToken);
        SourceLocation location = new(operation.Source, operation.Name?.Span ?? new SourceSpan(operation.Span.Start, 1));
        var scopes = RequiredScopes.Find(schema, operation, index.Graph.Reach(operation.SelectionSet)).Scopes;
        return new ListedOperation(operation.Name?.Value, operation.OperationType, location, [.. variables], size, scopes);
    }
}
