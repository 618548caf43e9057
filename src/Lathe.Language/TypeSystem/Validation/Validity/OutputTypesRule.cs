using Lathe.Language.Errors;
using Lathe.Language.TypeSystem.Validation.Definitions;

namespace Lathe.Language.TypeSystem.Validation.Validity;

/// <summary>Fields of objects and interfaces have output types (section 3.6).</summary>
internal sealed class OutputTypesRule : ISchemaRule
{
    internal static readonly ErrorDescriptor Descriptor = ValidityErrors.Make("GQL1083", "Field of an input type");

    public void Check(SchemaContext context)
    {
        foreach (var type in context.Types.Defined)
        {
            foreach (var field in type.Fields)
            {
                if (context.Types.Find(field.Type) is { IsOutput: false })
                    context.Report(
                        Descriptor,
                        $"The type of {type.Name}.{field.Name.Value} must be Output Type but got: {TypeReferences.From(field.Type)}.",
                        field.Type);
            }
        }
    }
}
