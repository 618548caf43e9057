using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Binding;

/// <summary>What the schema says of the arguments and input fields that an operation's variables are given to.</summary>
internal sealed class ArgumentDescriptions
{
    private readonly Dictionary<string, string> _byVariable = new(StringComparer.Ordinal);
    private readonly Schema _schema;

    /// <summary>Reads an operation and the fragments that it reaches.</summary>
    public ArgumentDescriptions(Schema schema, OperationDefinitionSyntax operation, IEnumerable<FragmentDefinitionSyntax> fragments)
    {
        _schema = schema;
        Visit(operation.SelectionSet, schema.FindRootType(operation.OperationType));
        foreach (FragmentDefinitionSyntax fragment in fragments)
            Visit(fragment.SelectionSet, schema.FindType(fragment.TypeCondition.Name.Value));
    }

    /// <summary>Finds the description of the first described place of a variable, or null.</summary>
    public string? Find(string variable) => _byVariable.TryGetValue(variable, out var description) ? description : null;

    private void Visit(SelectionSetSyntax set, NamedType? parent)
    {
        if (parent is null)
            return;
        foreach (SelectionSyntax selection in set.Selections)
        {
            if (selection is InlineFragmentSyntax inline)
                Visit(inline.SelectionSet, inline.TypeCondition is { } condition ? _schema.FindType(condition.Name.Value) : parent);
            else if (selection is FieldSyntax field && _schema.FindField(parent, field.Name.Value) is { } definition)
                Visit(field, definition);
        }
    }

    private void Visit(FieldSyntax field, FieldDefinition definition)
    {
        foreach (ArgumentSyntax argument in field.Arguments)
            Visit(argument.Value, definition.Arguments.FirstOrDefault(one => one.Name == argument.Name.Value));
        if (field.SelectionSet is { } inner)
            Visit(inner, _schema.FindType(definition.Type.NamedType));
    }

    private void Visit(ValueSyntax value, InputValueDefinition? place)
    {
        if (place is null)
            return;
        if (value is VariableSyntax { Name.Value: var name } && place.Description is { } description && !_byVariable.ContainsKey(name))
            _byVariable.Add(name, description);
        foreach (ValueSyntax item in value is ListValueSyntax list ? list.Values : [])
            Visit(item, place);
        if (value is not ObjectValueSyntax literal || _schema.FindType(place.Type.NamedType) is not InputObjectType type)
            return;
        foreach (ObjectFieldSyntax field in literal.Fields)
            Visit(field.Value, type.Fields.FirstOrDefault(one => one.Name == field.Name.Value));
    }
}
