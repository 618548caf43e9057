using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation.Types;

namespace Lathe.Language.Changes.Impact;

/// <summary>Walks the documents once and notes each use. What the schema does not know is passed over: validation reports it.</summary>
internal sealed class UseWalker(UseIndex index, CancellationToken cancellationToken)
{
    private readonly Schema _schema = index.Schema;
    private DefinitionSyntax _owner = null!;

    public void Walk()
    {
        foreach (var operation in index.Documents.Operations)
            WalkOperation(operation);
        foreach (var fragment in index.Documents.Fragments)
        {
            _owner = fragment;
            NoteDirectives(fragment.Directives, DirectiveLocations.FragmentDefinition);
            foreach (var variable in fragment.VariableDefinitions)
                WalkVariable(variable, DirectiveLocations.FragmentVariableDefinition);
            var type = fragment.TypeCondition.Name.Value;
            index.Conditions.Add(type, new ConditionUse(fragment, fragment.TypeCondition, type, null));
            WalkSelections(fragment.SelectionSet, _schema.FindType(type));
        }
    }

    private void WalkOperation(OperationDefinitionSyntax operation)
    {
        _owner = operation;
        NoteDirectives(operation.Directives, DirectiveLocations.Of(operation));
        foreach (var variable in operation.VariableDefinitions)
        {
            var type = InputTypes.Reference(variable.Type);
            index.Variables.Add(new VariableUse(operation, variable, type.NamedType));
            WalkVariable(variable, DirectiveLocations.VariableDefinition);
        }

        WalkSelections(operation.SelectionSet, _schema.FindRootType(operation.OperationType));
    }

    private void WalkVariable(VariableDefinitionSyntax variable, string location)
    {
        NoteDirectives(variable.Directives, location);
        if (variable.DefaultValue is { } value)
            WalkValue(value, InputTypes.Reference(variable.Type));
    }

    private void WalkSpread(FragmentSpreadSyntax spread, NamedType? parent)
    {
        NoteDirectives(spread.Directives, DirectiveLocations.FragmentSpread);
        if (index.Documents.FindFragment(spread.Name.Value) is not { } fragment)
            return;
        var target = fragment.TypeCondition.Name.Value;
        index.Conditions.Add(target, new ConditionUse(_owner, spread, target, parent?.Name));
        foreach (var argument in spread.Arguments)
        {
            if (index.Documents.FindVariable(fragment, argument.Name.Value) is { } variable)
                WalkValue(argument.Value, InputTypes.Reference(variable.Type));
        }
    }

    private void WalkSelections(SelectionSetSyntax selections, NamedType? parent)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var selection in selections.Selections)
        {
            switch (selection)
            {
                case FieldSyntax field:
                    WalkField(field, parent);
                    break;
                case InlineFragmentSyntax fragment:
                    NoteDirectives(fragment.Directives, DirectiveLocations.InlineFragment);
                    if (fragment.TypeCondition is { } condition)
                        index.Conditions.Add(condition.Name.Value, new ConditionUse(_owner, condition, condition.Name.Value, parent?.Name));
                    WalkSelections(fragment.SelectionSet, fragment.TypeCondition is { } type ? _schema.FindType(type.Name.Value) : parent);
                    break;
                case FragmentSpreadSyntax spread:
                    WalkSpread(spread, parent);
                    break;
            }
        }
    }

    private void WalkField(FieldSyntax field, NamedType? parent)
    {
        NoteDirectives(field.Directives, DirectiveLocations.Field);
        var definition = parent is null ? null : _schema.FindField(parent, field.Name.Value);
        if (definition is not null)
        {
            var use = new FieldUse(_owner, field, parent!.Name);
            index.Fields.Add($"{parent.Name}.{definition.Name}", use);
            index.Outputs.Add(definition.Type.NamedType, use);
            WalkArguments(field.Arguments, definition.Arguments);
        }

        if (field.SelectionSet is { } selections)
            WalkSelections(selections, definition is null ? null : _schema.FindType(definition.Type.NamedType));
    }

    private void WalkArguments(IReadOnlyList<ArgumentSyntax> arguments, IReadOnlyList<InputValueDefinition> definitions)
    {
        foreach (var argument in arguments)
        {
            if (InputTypes.Find(definitions, argument.Name.Value) is { } definition)
                WalkValue(argument.Value, definition.Type);
        }
    }

    private void WalkValue(ValueSyntax value, TypeReference type)
    {
        switch (value)
        {
            case ListValueSyntax list:
                foreach (var item in list.Values)
                    WalkValue(item, type.Nullable is ListTypeReference items ? items.ItemType : type);
                break;
            case EnumValueSyntax literal:
                index.EnumValues.Add($"{type.NamedType}.{literal.Value}", new Use(_owner, literal, "literal"));
                break;
            case ObjectValueSyntax given when _schema.FindType(type.NamedType) is InputObjectType input:
                index.Objects.Add(input.Name, new ObjectUse(_owner, given));
                foreach (var field in given.Fields)
                {
                    if (input.FindField(field.Name.Value) is { } definition)
                        WalkValue(field.Value, definition.Type);
                }

                break;
        }
    }

    private void NoteDirectives(IReadOnlyList<DirectiveSyntax> directives, string location)
    {
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            var isRepeated = directives.Any(other => other != directive && other.Name.Value == name);
            index.Directives.Add(name, new DirectiveUse(_owner, directive, location, isRepeated));
            if (_schema.FindDirective(name) is { } definition)
                WalkArguments(directive.Arguments, definition.Arguments);
        }
    }
}
