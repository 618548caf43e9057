using Lathe.Language.Syntax;

namespace Lathe.Language.TypeSystem.Validation.Definitions;

/// <summary>Finds each place where a schema names a type that it uses.</summary>
internal static class TypeUses
{
    internal static IEnumerable<NamedTypeSyntax> FindAll(SchemaContext context) =>
        context.DefinitionsOf<TypeSystemDefinitionSyntax>().SelectMany(Of);

    internal static NamedTypeSyntax Innermost(TypeSyntax type)
    {
        while (type is not NamedTypeSyntax)
            type = type is NonNullTypeSyntax nonNull ? nonNull.NullableType : ((ListTypeSyntax)type).ItemType;
        return (NamedTypeSyntax)type;
    }

    internal static IEnumerable<NamedTypeSyntax> Of(TypeSystemDefinitionSyntax definition) => definition switch
    {
        SchemaDefinitionSyntax schema => schema.RootOperationTypes.Select(static root => root.Type),
        DirectiveDefinitionSyntax directive => OfValues(directive.Arguments),
        FieldsTypeDefinitionSyntax type => type.Interfaces.Concat(type.Fields.SelectMany(OfField)),
        UnionTypeDefinitionSyntax union => union.MemberTypes,
        InputObjectTypeDefinitionSyntax input => OfValues(input.Fields),
        _ => [],
    };

    private static IEnumerable<NamedTypeSyntax> OfField(FieldDefinitionSyntax field) =>
        OfValues(field.Arguments).Concat([Innermost(field.Type)]);

    private static IEnumerable<NamedTypeSyntax> OfValues(IReadOnlyList<InputValueDefinitionSyntax> values) =>
        values.Select(static value => Innermost(value.Type));
}
