using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation.Fragments;
using Lathe.Language.Validation.Types;

namespace Lathe.Language.Validation.Walking;

/// <summary>Walks all documents once and shows each node to the rules. The parser bounds how deep a document nests.</summary>
internal sealed class DocumentWalker(ValidationContext context, RuleSet rules)
{
    private readonly InputWalker _inputs = new(context, rules);

    public void Walk()
    {
        foreach (var document in context.Documents.Documents)
        {
            foreach (var definition in document.Definitions)
            {
                context.CancellationToken.ThrowIfCancellationRequested();
                foreach (var rule in rules.Definitions)
                    rule.EnterDefinition(definition, context);
                WalkDefinition(definition);
            }
        }
    }

    private void WalkDefinition(DefinitionSyntax definition)
    {
        context.Field = null;
        context.FieldType = null;
        context.ParentType = null;
        if (definition is OperationDefinitionSyntax operation)
            WalkOperation(operation);
        else if (definition is FragmentDefinitionSyntax fragment)
            WalkFragment(fragment);
        else
            new TypeSystemWalker(_inputs).Walk(definition);
    }

    private void WalkOperation(OperationDefinitionSyntax operation)
    {
        context.Facts.Add(context.Current = new DefinitionFacts(operation));
        foreach (var rule in rules.Operations)
            rule.EnterOperation(operation, context);
        foreach (var variable in operation.VariableDefinitions)
            WalkVariableDefinition(variable, DirectiveLocations.VariableDefinition);
        _inputs.WalkDirectives(operation.Directives, DirectiveLocations.Of(operation));
        context.FieldType = context.Schema.FindRootType(operation.OperationType);
        WalkLevel(operation.SelectionSet);
    }

    private void WalkFragment(FragmentDefinitionSyntax fragment)
    {
        context.Facts.Add(context.Current = new DefinitionFacts(fragment));
        foreach (var rule in rules.FragmentDefinitions)
            rule.EnterFragmentDefinition(fragment, context);
        foreach (var variable in fragment.VariableDefinitions)
            WalkVariableDefinition(variable, DirectiveLocations.FragmentVariableDefinition);
        _inputs.WalkDirectives(fragment.Directives, DirectiveLocations.FragmentDefinition);
        context.FieldType = context.Schema.FindType(fragment.TypeCondition.Name.Value);
        WalkLevel(fragment.SelectionSet);
    }

    private void WalkVariableDefinition(VariableDefinitionSyntax variable, string location)
    {
        foreach (var rule in rules.VariableDefinitions)
            rule.EnterVariableDefinition(variable, context);
        if (variable.DefaultValue is { } value)
            _inputs.WalkDefault(value, InputTypes.Reference(variable.Type));
        _inputs.WalkDirectives(variable.Directives, location);
    }

    private void WalkLevel(SelectionSetSyntax selectionSet)
    {
        var parentType = context.ParentType;
        context.ParentType = context.FieldType is { IsComposite: true } ? context.FieldType : null;
        context.Current!.Levels.Add((selectionSet, context.ParentType));
        foreach (var rule in rules.SelectionSets)
            rule.EnterSelectionSet(selectionSet, context);
        WalkSelections(selectionSet);
        context.ParentType = parentType;
    }

    private void WalkSelections(SelectionSetSyntax selectionSet)
    {
        var selections = selectionSet.Selections;
        for (var i = 0; i < selections.Count; i++)
        {
            if (selections[i] is FieldSyntax field)
                WalkField(field);
            else if (selections[i] is FragmentSpreadSyntax spread)
                WalkSpread(spread);
            else
                WalkInlineFragment((InlineFragmentSyntax)selections[i]);
        }
    }

    private void WalkField(FieldSyntax field)
    {
        var (outerField, outerType) = (context.Field, context.FieldType);
        var definition = context.ParentType is { } parent ? context.Schema.FindField(parent, field.Name.Value) : null;
        var type = context.FindNamedType(definition?.Type);
        context.Field = definition;
        context.FieldType = type is InputObjectType ? null : type;
        foreach (var rule in rules.Fields)
            rule.EnterField(field, context);
        if (field.Arguments.Count > 0)
            _inputs.WalkArguments(field.Arguments, definition?.Arguments);
        _inputs.WalkDirectives(field.Directives, DirectiveLocations.Field);
        if (field.SelectionSet is { } selectionSet)
            WalkLevel(selectionSet);
        (context.Field, context.FieldType) = (outerField, outerType);
    }

    private void WalkSpread(FragmentSpreadSyntax spread)
    {
        context.Current!.Spreads.Add(spread);
        foreach (var rule in rules.FragmentSpreads)
            rule.EnterFragmentSpread(spread, context);
        if (spread.Arguments.Count > 0)
            _inputs.WalkFragmentArguments(spread.Arguments, context.Documents.FindFragment(spread.Name.Value));
        _inputs.WalkDirectives(spread.Directives, DirectiveLocations.FragmentSpread);
    }

    private void WalkInlineFragment(InlineFragmentSyntax fragment)
    {
        foreach (var rule in rules.InlineFragments)
            rule.EnterInlineFragment(fragment, context);
        _inputs.WalkDirectives(fragment.Directives, DirectiveLocations.InlineFragment);
        var (outerParent, outerType) = (context.ParentType, context.FieldType);
        if (fragment.TypeCondition is { } condition)
            context.FieldType = context.Schema.FindType(condition.Name.Value);
        context.ParentType = context.FieldType is { IsComposite: true } ? context.FieldType : null;
        WalkSelections(fragment.SelectionSet);
        (context.ParentType, context.FieldType) = (outerParent, outerType);
    }
}
