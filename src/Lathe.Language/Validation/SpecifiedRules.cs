using Lathe.Language.Errors;
using Lathe.Language.Rules;
using Lathe.Language.Validation.Rules;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation;

/// <summary>The rules for executable documents, in their order. A new rule is a file in <c>Rules</c> and a line here.</summary>
internal static class SpecifiedRules
{
    /// <summary>Gets the kinds of error that the rules report.</summary>
    public static IReadOnlyList<ErrorDescriptor> Descriptors { get; } = Array.ConvertAll(Rules(), rule => rule.Descriptor);

    internal static IReadOnlyList<RuleRegistration<IValidationRule>> Registered { get; } = Rules();

    private static RuleRegistration<IValidationRule>[] Rules() =>
    [
        new(ExecutableDefinitionsRule.Descriptor, RuleScope.Project, () => new ExecutableDefinitionsRule()),
        new(UniqueOperationNamesRule.Descriptor, RuleScope.Project, () => new UniqueOperationNamesRule()),
        new(FieldsOnCorrectTypeRule.Descriptor, RuleScope.Unit, () => new FieldsOnCorrectTypeRule()),
        new(LoneAnonymousOperationRule.Descriptor, RuleScope.Document, () => new LoneAnonymousOperationRule()),
        new(SingleFieldSubscriptionsRule.Descriptor, RuleScope.Unit, () => new SingleFieldSubscriptionsRule()),
        new(KnownTypeNamesRule.Descriptor, RuleScope.Unit, () => new KnownTypeNamesRule()),
        new(FragmentsOnCompositeTypesRule.Descriptor, RuleScope.Unit, () => new FragmentsOnCompositeTypesRule()),
        new(VariablesAreInputTypesRule.Descriptor, RuleScope.Unit, () => new VariablesAreInputTypesRule()),
        new(ScalarLeafsRule.Descriptor, RuleScope.Unit, () => new ScalarLeafsRule()),
        new(UniqueFragmentNamesRule.Descriptor, RuleScope.Project, () => new UniqueFragmentNamesRule()),
        new(KnownFragmentNamesRule.Descriptor, RuleScope.Unit, () => new KnownFragmentNamesRule()),
        new(NoUnusedFragmentsRule.Descriptor, RuleScope.Project, () => new NoUnusedFragmentsRule()),
        new(PossibleFragmentSpreadsRule.Descriptor, RuleScope.Unit, () => new PossibleFragmentSpreadsRule()),
        new(NoFragmentCyclesRule.Descriptor, RuleScope.Fragments, () => new NoFragmentCyclesRule()),
        new(UniqueVariableNamesRule.Descriptor, RuleScope.Unit, () => new UniqueVariableNamesRule()),
        new(NoUndefinedVariablesRule.Descriptor, RuleScope.Reach, () => new NoUndefinedVariablesRule()),
        new(NoUnusedVariablesRule.Descriptor, RuleScope.Reach, () => new NoUnusedVariablesRule()),
        new(KnownDirectivesRule.Descriptor, RuleScope.Unit, () => new KnownDirectivesRule()),
        new(UniqueDirectivesPerLocationRule.Descriptor, RuleScope.Unit, () => new UniqueDirectivesPerLocationRule()),
        new(KnownArgumentNamesRule.Descriptor, RuleScope.Unit, () => new KnownArgumentNamesRule()),
        new(UniqueArgumentNamesRule.Descriptor, RuleScope.Unit, () => new UniqueArgumentNamesRule()),
        new(ValuesOfCorrectTypeRule.Descriptor, RuleScope.Unit, () => new ValuesOfCorrectTypeRule()),
        new(ProvidedRequiredArgumentsRule.Descriptor, RuleScope.Unit, () => new ProvidedRequiredArgumentsRule()),
        new(VariablesInAllowedPositionRule.Descriptor, RuleScope.Reach, () => new VariablesInAllowedPositionRule()),
        new(OverlappingFieldsCanBeMergedRule.Descriptor, RuleScope.Reach, () => new OverlappingFieldsCanBeMergedRule()),
        new(UniqueInputFieldNamesRule.Descriptor, RuleScope.Unit, () => new UniqueInputFieldNamesRule()),
        new(MaxIntrospectionDepthRule.Descriptor, RuleScope.Unit, () => new MaxIntrospectionDepthRule()),
        new(KnownOperationTypesRule.Descriptor, RuleScope.Unit, () => new KnownOperationTypesRule()),
        new(DeferStreamDirectiveLabelRule.Descriptor, RuleScope.Unit, () => new DeferStreamDirectiveLabelRule()),
        new(DeferStreamDirectiveOnRootFieldRule.Descriptor, RuleScope.Unit, () => new DeferStreamDirectiveOnRootFieldRule()),
        new(DeferStreamDirectiveOnValidOperationsRule.Descriptor, RuleScope.Unit, () => new DeferStreamDirectiveOnValidOperationsRule()),
        new(StreamDirectiveOnListFieldRule.Descriptor, RuleScope.Unit, () => new StreamDirectiveOnListFieldRule()),
        new(ClientOnlyPartRule.Descriptor, RuleScope.Unit, () => new ClientOnlyPartRule()),
        new(CatchLevelsRule.Descriptor, RuleScope.Unit, () => new CatchLevelsRule()),

        // Not a rule of the specification. It comes last, and sees only documents without other errors.
        new(FragmentArgumentsRule.Descriptor, RuleScope.Reach, () => new FragmentArgumentsRule()),
        new(PageDirectiveRule.Descriptor, RuleScope.Reach, () => new PageDirectiveRule()),
    ];
}
