using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem.Validation.Definitions;

namespace Lathe.Language.TypeSystem.Validation.Rules;

/// <summary>A schema has one root type for each kind of operation (section 3.3.1).</summary>
internal sealed class UniqueOperationTypesRule : ISchemaRule
{
    internal static readonly ErrorDescriptor Descriptor =
        new("GQL1051", "UniqueOperationTypes", "Root operation type defined twice", ErrorSeverity.Error);

    public void Check(SchemaContext context)
    {
        var defined = new Dictionary<OperationType, RootOperationTypeSyntax>();
        foreach (var root in context.DefinitionsOf<SchemaDefinitionSyntax>().SelectMany(static schema => schema.RootOperationTypes))
        {
            var operation = root.OperationType.ToString().ToLowerInvariant();
            if (context.Existing?.FindRootTypeName(root.OperationType) is not null)
                context.Report(Descriptor, $"Type for {operation} already defined in the schema. It cannot be redefined.", root);
            else if (defined.TryGetValue(root.OperationType, out var first))
                context.Report(Descriptor, $"There can be only one {operation} type in schema.", first, root);
            else
                defined.Add(root.OperationType, root);
        }
    }
}
