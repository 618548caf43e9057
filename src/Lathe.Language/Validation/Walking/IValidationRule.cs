using Lathe.Language.Syntax;
using Lathe.Language.Validation.Fragments;

namespace Lathe.Language.Validation.Walking;

/// <summary>A rule for one validation. It implements the interfaces below for the kinds of node that it looks at.</summary>
internal interface IValidationRule;

internal interface IDefinitionRule : IValidationRule
{
    void EnterDefinition(DefinitionSyntax definition, ValidationContext context);
}

internal interface IOperationRule : IValidationRule
{
    void EnterOperation(OperationDefinitionSyntax operation, ValidationContext context);
}

internal interface IFragmentDefinitionRule : IValidationRule
{
    void EnterFragmentDefinition(FragmentDefinitionSyntax fragment, ValidationContext context);
}

internal interface IVariableDefinitionRule : IValidationRule
{
    void EnterVariableDefinition(VariableDefinitionSyntax variable, ValidationContext context);
}

/// <summary>A selection set that opens a new level of the response: not an inline fragment's.</summary>
internal interface ISelectionSetRule : IValidationRule
{
    void EnterSelectionSet(SelectionSetSyntax selectionSet, ValidationContext context);
}

internal interface IFieldRule : IValidationRule
{
    void EnterField(FieldSyntax field, ValidationContext context);
}

internal interface IFragmentSpreadRule : IValidationRule
{
    void EnterFragmentSpread(FragmentSpreadSyntax spread, ValidationContext context);
}

/// <summary>An inline fragment; <see cref="ValidationContext.ParentType"/> is the type around it.</summary>
internal interface IInlineFragmentRule : IValidationRule
{
    void EnterInlineFragment(InlineFragmentSyntax fragment, ValidationContext context);
}

/// <summary>All directives at one place.</summary>
internal interface IDirectivesRule : IValidationRule
{
    void EnterDirectives(IReadOnlyList<DirectiveSyntax> directives, ValidationContext context);
}

internal interface IDirectiveRule : IValidationRule
{
    void EnterDirective(DirectiveSyntax directive, string location, ValidationContext context);
}

/// <summary>The arguments of a field or directive.</summary>
internal interface IArgumentsRule : IValidationRule
{
    void EnterArguments(IReadOnlyList<ArgumentSyntax> arguments, ValidationContext context);
}

/// <summary>One argument of a field or directive; <see cref="ValidationContext.Argument"/> is its definition.</summary>
internal interface IArgumentRule : IValidationRule
{
    void EnterArgument(ArgumentSyntax argument, ValidationContext context);
}

/// <summary>A value at any depth; <see cref="ValidationContext.InputType"/> is the type expected there.</summary>
internal interface IValueRule : IValidationRule
{
    void EnterValue(ValueSyntax value, ValidationContext context);

    void LeaveValue(ValueSyntax value);
}

/// <summary>A field of an object literal; <see cref="ValidationContext.ParentInputType"/> is the type of the object.</summary>
internal interface IObjectFieldRule : IValidationRule
{
    void EnterObjectField(ObjectFieldSyntax field, ValidationContext context);
}

/// <summary>An operation together with all fragments that it reaches, after all documents have been walked.</summary>
internal interface IClosureRule : IValidationRule
{
    void CheckClosure(OperationDefinitionSyntax operation, IReadOnlyList<DefinitionFacts> closure, ValidationContext context);
}

/// <summary>The end of all documents.</summary>
internal interface IDocumentsRule : IValidationRule
{
    void LeaveDocuments(ValidationContext context);
}
