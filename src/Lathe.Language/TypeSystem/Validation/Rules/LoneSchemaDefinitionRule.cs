using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem.Validation.Definitions;

namespace Lathe.Language.TypeSystem.Validation.Rules;

/// <summary>A schema has one schema definition at most (section 3.3).</summary>
internal sealed class LoneSchemaDefinitionRule : ISchemaRule
{
    internal static readonly ErrorDescriptor Descriptor =
        new("GQL1050", "LoneSchemaDefinition", "More than one schema definition", ErrorSeverity.Error);

    public void Check(SchemaContext context)
    {
        var isDefined = false;
        var isExtension = HasRoots(context.Existing);
        foreach (var schema in context.DefinitionsOf<SchemaDefinitionSyntax>())
        {
            if (schema.IsExtension)
                continue;
            if (isExtension)
                context.Report(Descriptor, "Cannot define a new schema within a schema extension.", schema);
            else if (isDefined)
                context.Report(Descriptor, "Must provide only one schema definition.", schema);
            isDefined = true;
        }
    }

    private static bool HasRoots(Schema? schema) => schema is not null
        && (schema.Index.SchemaDefinitions.Exists(static entry => !entry.IsExtension)
            || schema.FindRootTypeName(OperationType.Query) is not null
            || schema.FindRootTypeName(OperationType.Mutation) is not null
            || schema.FindRootTypeName(OperationType.Subscription) is not null);
}
