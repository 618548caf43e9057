using Lathe.Language.Syntax;

namespace Lathe.Language.Validation.Walking;

/// <summary>
/// Walks definitions of the type system that stand in an executable document. They do not belong there, which a rule
/// says; their directives and values are held to the same rules as those of operations.
/// </summary>
internal sealed class TypeSystemWalker(InputWalker inputs)
{
    public void Walk(DefinitionSyntax definition)
    {
        inputs.WalkDirectives(definition.Directives, DirectiveLocations.Of(definition));
        if (definition is FieldsTypeDefinitionSyntax type)
            WalkFields(type.Fields);
        else if (definition is InputObjectTypeDefinitionSyntax input)
            WalkInputs(input.Fields, DirectiveLocations.InputFieldDefinition);
        else if (definition is DirectiveDefinitionSyntax directive)
            WalkInputs(directive.Arguments, DirectiveLocations.ArgumentDefinition);
        else if (definition is EnumTypeDefinitionSyntax values)
            WalkValues(values.Values);
    }

    private void WalkFields(IReadOnlyList<FieldDefinitionSyntax> fields)
    {
        foreach (var field in fields)
        {
            inputs.WalkDirectives(field.Directives, DirectiveLocations.FieldDefinition);
            WalkInputs(field.Arguments, DirectiveLocations.ArgumentDefinition);
        }
    }

    private void WalkInputs(IReadOnlyList<InputValueDefinitionSyntax> definitions, string location)
    {
        foreach (var definition in definitions)
        {
            inputs.WalkDirectives(definition.Directives, location);
            if (definition.DefaultValue is { } value)
                inputs.WalkDefault(value, null);
        }
    }

    private void WalkValues(IReadOnlyList<EnumValueDefinitionSyntax> values)
    {
        foreach (var value in values)
            inputs.WalkDirectives(value.Directives, DirectiveLocations.EnumValue);
    }
}
