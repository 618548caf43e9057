using Lathe.Language.Syntax;

namespace Lathe.Language.Validation.Types;

/// <summary>The names of the places where directives stand (specification, section 3.13).</summary>
internal static class DirectiveLocations
{
    public const string ArgumentDefinition = "ARGUMENT_DEFINITION";
    public const string EnumValue = "ENUM_VALUE";
    public const string Field = "FIELD";
    public const string FieldDefinition = "FIELD_DEFINITION";
    public const string FragmentDefinition = "FRAGMENT_DEFINITION";
    public const string FragmentSpread = "FRAGMENT_SPREAD";
    public const string InlineFragment = "INLINE_FRAGMENT";
    public const string InputFieldDefinition = "INPUT_FIELD_DEFINITION";
    public const string VariableDefinition = "VARIABLE_DEFINITION";

    public static string Of(DefinitionSyntax definition) => definition switch
    {
        OperationDefinitionSyntax { OperationType: OperationType.Mutation } => "MUTATION",
        OperationDefinitionSyntax { OperationType: OperationType.Subscription } => "SUBSCRIPTION",
        OperationDefinitionSyntax => "QUERY",
        FragmentDefinitionSyntax => FragmentDefinition,
        SchemaDefinitionSyntax => "SCHEMA",
        ScalarTypeDefinitionSyntax => "SCALAR",
        ObjectTypeDefinitionSyntax => "OBJECT",
        InterfaceTypeDefinitionSyntax => "INTERFACE",
        UnionTypeDefinitionSyntax => "UNION",
        EnumTypeDefinitionSyntax => "ENUM",
        InputObjectTypeDefinitionSyntax => "INPUT_OBJECT",
        _ => "DIRECTIVE_DEFINITION",
    };
}
