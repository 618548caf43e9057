using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation.Fragments;
using Lathe.Language.Validation.Types;

namespace Lathe.Language.Validation.Walking;

/// <summary>Walks directives, arguments and values, and keeps the types expected of them.</summary>
internal sealed class InputWalker(ValidationContext context, RuleSet rules)
{
    public void WalkDirectives(IReadOnlyList<DirectiveSyntax> directives, string location)
    {
        if (directives.Count == 0)
            return;
        foreach (var rule in rules.DirectiveLists)
            rule.EnterDirectives(directives, context);
        foreach (var directive in directives)
        {
            var definition = context.Directive = context.Schema.FindDirectiveOfDocuments(directive.Name.Value);
            foreach (var rule in rules.Directives)
                rule.EnterDirective(directive, location, context);
            if (directive.Arguments.Count > 0)
                WalkArguments(directive.Arguments, definition is null ? context.Field?.Arguments : definition.Arguments);
        }

        context.Directive = null;
    }

    public void WalkArguments(IReadOnlyList<ArgumentSyntax> arguments, IReadOnlyList<InputValueDefinition>? definitions)
    {
        foreach (var rule in rules.ArgumentLists)
            rule.EnterArguments(arguments, context);
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            var definition = definitions is null ? null : InputTypes.Find(definitions, argument.Name.Value);
            context.Argument = definition;
            foreach (var rule in rules.Arguments)
                rule.EnterArgument(argument, context);
            WalkRoot(argument.Value, definition?.Type, definition?.DefaultValue is not null);
        }

        context.Argument = null;
    }

    /// <summary>Walks the arguments of a fragment spread, whose types are those of the fragment's variables.</summary>
    public void WalkFragmentArguments(IReadOnlyList<ArgumentSyntax> arguments, FragmentDefinitionSyntax? fragment)
    {
        foreach (var argument in arguments)
        {
            var variable = fragment is null ? null : context.Documents.FindVariable(fragment, argument.Name.Value);
            WalkRoot(argument.Value, variable is null ? null : InputTypes.Reference(variable.Type), false);
        }
    }

    public void WalkDefault(ValueSyntax value, TypeReference? type) => WalkRoot(value, type, false);

    private void WalkRoot(ValueSyntax value, TypeReference? type, bool hasDefault)
    {
        context.ParentInputType = null;
        context.InputField = null;
        context.InputType = type is not null && context.FindNamedType(type) is { IsInput: true } ? type : null;
        context.HasDefault = hasDefault;
        WalkValue(value);
    }

    private void WalkValue(ValueSyntax value)
    {
        foreach (var rule in rules.Values)
            rule.EnterValue(value, context);
        switch (value)
        {
            case VariableSyntax variable:
                context.Current?.Usages.Add(new VariableUsage(variable, context.InputType, context.ParentInputType, context.HasDefault));
                break;
            case ListValueSyntax list:
                WalkList(list);
                break;
            case ObjectValueSyntax fields:
                WalkObject(fields);
                break;
        }

        foreach (var rule in rules.Values)
            rule.LeaveValue(value);
    }

    private void WalkList(ListValueSyntax list)
    {
        var (type, parent, hasDefault, field) = (context.InputType, context.ParentInputType, context.HasDefault, context.InputField);
        var itemType = (type?.Nullable as ListTypeReference)?.ItemType;
        foreach (var item in list.Values)
        {
            (context.InputType, context.ParentInputType, context.HasDefault, context.InputField) = (itemType, null, false, null);
            WalkValue(item);
        }

        (context.InputType, context.ParentInputType, context.HasDefault, context.InputField) = (type, parent, hasDefault, field);
    }

    private void WalkObject(ObjectValueSyntax value)
    {
        var (type, parent, hasDefault, outerField) = (context.InputType, context.ParentInputType, context.HasDefault, context.InputField);
        var objectType = context.FindNamedType(type) as InputObjectType;
        foreach (var field in value.Fields)
        {
            var definition = context.InputField = objectType?.FindField(field.Name.Value);
            var known = definition is not null && context.FindNamedType(definition.Type) is { IsInput: true };
            (context.InputType, context.ParentInputType) = (known ? definition!.Type : null, type);
            context.HasDefault = definition?.DefaultValue is not null;
            foreach (var rule in rules.ObjectFields)
                rule.EnterObjectField(field, context);
            WalkValue(field.Value);
        }

        (context.InputType, context.ParentInputType, context.HasDefault, context.InputField) = (type, parent, hasDefault, outerField);
    }
}
