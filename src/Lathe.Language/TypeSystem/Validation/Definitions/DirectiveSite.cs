using Lathe.Language.Syntax;

namespace Lathe.Language.TypeSystem.Validation.Definitions;

/// <summary>A place in a schema where directives may stand.</summary>
/// <param name="Node">The definition or member.</param>
/// <param name="Location">The name of the kind of place (section 3.13).</param>
/// <param name="Directives">The directives there.</param>
internal readonly record struct DirectiveSite(SyntaxNode Node, string Location, IReadOnlyList<DirectiveSyntax> Directives)
{
    /// <summary>Finds all places with directives.</summary>
    internal static IEnumerable<DirectiveSite> FindAll(SchemaContext context) =>
        context.DefinitionsOf<TypeSystemDefinitionSyntax>().SelectMany(Of).Where(static site => site.Directives.Count > 0);

    private static IEnumerable<DirectiveSite> Of(TypeSystemDefinitionSyntax definition) => definition switch
    {
        SchemaDefinitionSyntax => [Own(definition, "SCHEMA")],
        DirectiveDefinitionSyntax directive => [Own(directive, "DIRECTIVE_DEFINITION"), .. OfValues(directive.Arguments, "ARGUMENT_DEFINITION")],
        ObjectTypeDefinitionSyntax type => OfFields(type, "OBJECT"),
        InterfaceTypeDefinitionSyntax type => OfFields(type, "INTERFACE"),
        UnionTypeDefinitionSyntax => [Own(definition, "UNION")],
        EnumTypeDefinitionSyntax type => OfEnum(type),
        InputObjectTypeDefinitionSyntax type => [Own(type, "INPUT_OBJECT"), .. OfValues(type.Fields, "INPUT_FIELD_DEFINITION")],
        _ => [Own(definition, "SCALAR")],
    };

    private static DirectiveSite Own(DefinitionSyntax definition, string location) => new(definition, location, definition.Directives);

    private static IEnumerable<DirectiveSite> OfFields(FieldsTypeDefinitionSyntax type, string location)
    {
        yield return Own(type, location);
        foreach (var field in type.Fields)
        {
            yield return new DirectiveSite(field, "FIELD_DEFINITION", field.Directives);
            foreach (var argument in OfValues(field.Arguments, "ARGUMENT_DEFINITION"))
                yield return argument;
        }
    }

    private static IEnumerable<DirectiveSite> OfEnum(EnumTypeDefinitionSyntax type)
    {
        yield return Own(type, "ENUM");
        foreach (var value in type.Values)
            yield return new DirectiveSite(value, "ENUM_VALUE", value.Directives);
    }

    private static IEnumerable<DirectiveSite> OfValues(IReadOnlyList<InputValueDefinitionSyntax> values, string location)
    {
        foreach (var value in values)
            yield return new DirectiveSite(value, location, value.Directives);
    }
}
