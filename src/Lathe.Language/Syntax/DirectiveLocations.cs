namespace Lathe.Language.Syntax;

/// <summary>The names of the places where directives stand (specification, section 3.13).</summary>
internal static class DirectiveLocations
{
    public const string ArgumentDefinition = "ARGUMENT_DEFINITION";
    public const string EnumValue = "ENUM_VALUE";
    public const string Field = "FIELD";
    public const string FieldDefinition = "FIELD_DEFINITION";
    public const string FragmentDefinition = "FRAGMENT_DEFINITION";
    public const string FragmentSpread = "FRAGMENT_SPREAD";
    public const string FragmentVariableDefinition = "FRAGMENT_VARIABLE_DEFINITION";
    public const string InlineFragment = "INLINE_FRAGMENT";
    public const string InputFieldDefinition = "INPUT_FIELD_DEFINITION";
    public const string VariableDefinition = "VARIABLE_DEFINITION";

    private static readonly HashSet<string> s_known = new(StringComparer.Ordinal)
    {
        "QUERY", "MUTATION", "SUBSCRIPTION", Field, FragmentDefinition, FragmentSpread, InlineFragment, VariableDefinition,
        "SCHEMA", "SCALAR", "OBJECT", FieldDefinition, ArgumentDefinition, "INTERFACE", "UNION", "ENUM", EnumValue,
        "INPUT_OBJECT", InputFieldDefinition, "DIRECTIVE_DEFINITION",

        // The location of fragment arguments, which are in no edition. Servers of the reference implementation name it.
        FragmentVariableDefinition,
    };

    public static bool IsKnown(string name) => s_known.Contains(name);

    /// <summary>Tells whether a name may be a location of a newer edition: all are in upper case, and no keyword is.</summary>
    public static bool MayBeOne(string name) => !name.Any(static letter => letter is >= 'a' and <= 'z');

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
