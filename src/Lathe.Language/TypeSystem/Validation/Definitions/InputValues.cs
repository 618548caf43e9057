using Lathe.Language.Syntax;

namespace Lathe.Language.TypeSystem.Validation.Definitions;

/// <summary>Finds all arguments and input fields that a schema defines.</summary>
internal static class InputValues
{
    internal static IEnumerable<InputValueDefinitionSyntax> FindAll(SchemaContext context) =>
        context.DefinitionsOf<TypeSystemDefinitionSyntax>().SelectMany(Of);

    private static IEnumerable<InputValueDefinitionSyntax> Of(TypeSystemDefinitionSyntax definition) => definition switch
    {
        DirectiveDefinitionSyntax directive => directive.Arguments,
        FieldsTypeDefinitionSyntax type => type.Fields.SelectMany(static field => field.Arguments),
        InputObjectTypeDefinitionSyntax input => input.Fields,
        _ => [],
    };
}
