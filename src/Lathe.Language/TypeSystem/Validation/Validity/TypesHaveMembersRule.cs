using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem.Validation.Definitions;

namespace Lathe.Language.TypeSystem.Validation.Validity;

/// <summary>Types have fields, members or values (sections 3.6 to 3.10).</summary>
internal sealed class TypesHaveMembersRule : ISchemaRule
{
    internal static readonly ErrorDescriptor Descriptor = ValidityErrors.Make("GQL1085", "Type without members");

    public void Check(SchemaContext context)
    {
        foreach (var type in context.Types.Defined)
        {
            if (MissingMembers(type) is { } missing)
                context.Report(Descriptor, $"{missing}.", [.. type.Parts]);
        }
    }

    private static string? MissingMembers(TypeShape type) => type.Definition switch
    {
        FieldsTypeDefinitionSyntax when type.Fields.Count == 0 => $"Type {type.Name} must define one or more fields",
        UnionTypeDefinitionSyntax when type.MemberTypes.Count == 0 => $"Union type {type.Name} must define one or more member types",
        EnumTypeDefinitionSyntax when !type.Values.Any() => $"Enum type {type.Name} must define one or more values",
        InputObjectTypeDefinitionSyntax when type.InputFields.Count == 0 => $"Input Object type {type.Name} must define one or more fields",
        _ => null,
    };
}
