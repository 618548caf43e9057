using Lathe.Language.Syntax;

namespace Lathe.Language.Validation.Types;

/// <summary>The types that a definition of the type system names, in the order of the text.</summary>
internal static class TypeSystemNames
{
    public static IEnumerable<NamedTypeSyntax> Of(TypeSystemDefinitionSyntax definition) => definition switch
    {
        SchemaDefinitionSyntax schema => schema.RootOperationTypes.Select(root => root.Type),
        FieldsTypeDefinitionSyntax type => type.Interfaces.Concat(type.Fields.SelectMany(Of)),
        UnionTypeDefinitionSyntax union => union.MemberTypes,
        InputObjectTypeDefinitionSyntax input => input.Fields.Select(Of),
        DirectiveDefinitionSyntax directive => directive.Arguments.Select(Of),
        _ => [],
    };

    public static NamedTypeSyntax Of(TypeSyntax type)
    {
        while (type is not NamedTypeSyntax)
            type = type is NonNullTypeSyntax nonNull ? nonNull.NullableType : ((ListTypeSyntax)type).ItemType;
        return (NamedTypeSyntax)type;
    }

    private static IEnumerable<NamedTypeSyntax> Of(FieldDefinitionSyntax field) =>
        field.Arguments.Select(Of).Append(Of(field.Type));

    private static NamedTypeSyntax Of(InputValueDefinitionSyntax value) => Of(value.Type);
}
