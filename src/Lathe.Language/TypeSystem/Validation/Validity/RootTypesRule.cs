using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem.Validation.Definitions;

namespace Lathe.Language.TypeSystem.Validation.Validity;

/// <summary>Root operation types are objects, and there is one for queries (section 3.3.1).</summary>
internal sealed class RootTypesRule : ISchemaRule
{
    internal static readonly ErrorDescriptor Descriptor = ValidityErrors.Make("GQL1080", "Root operation type missing or not an object");

    public void Check(SchemaContext context)
    {
        var definition = context.DefinitionsOf<SchemaDefinitionSyntax>().LastOrDefault(static schema => !schema.IsExtension);
        var extensions = context.DefinitionsOf<SchemaDefinitionSyntax>().Where(static schema => schema.IsExtension);
        List<RootOperationTypeSyntax> roots =
            [.. (definition is null ? extensions : extensions.Prepend(definition)).SelectMany(static schema => schema.RootOperationTypes)];
        foreach (var operation in new[] { OperationType.Query, OperationType.Mutation, OperationType.Subscription })
            Check(context, operation, definition, roots.FindAll(root => root.OperationType == operation));
    }

    private static void Check(
        SchemaContext context, OperationType operation, SchemaDefinitionSyntax? definition, List<RootOperationTypeSyntax> roots)
    {
        // Without a schema definition a type of the default name is the root; else the last that is named.
        var byDefault = definition is null ? context.Types.Find(operation.ToString()) : null;
        var root = byDefault ?? (roots.Count == 0 ? null : context.Types.Find(roots[roots.Count - 1].Type));
        if (root is null && operation == OperationType.Query)
            context.Report(Descriptor, "Query root type must be provided.", definition);
        if (root is null or { IsObject: true })
            return;
        var provided = operation == OperationType.Query ? string.Empty : " if provided";
        SyntaxNode place = roots.Count > 0 ? roots[0].Type : root.Definition;
        context.Report(Descriptor, $"{operation} root type must be Object type{provided}, it cannot be {root.Name}.", place);
    }
}
