using Lathe.Language.Errors;
using Lathe.Language.Validation.Rules;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation;

/// <summary>The rules for executable documents, in their order. A new rule is a file in <c>Rules</c> and a line here.</summary>
internal static class SpecifiedRules
{
    /// <summary>Gets the kinds of error that the rules report.</summary>
    public static IReadOnlyList<ErrorDescriptor> Descriptors { get; } = Array.ConvertAll(Rules(), rule => rule.Descriptor);

    internal static IReadOnlyList<RuleRegistration> Registered { get; } = Rules();

    private static RuleRegistration[] Rules() =>
    [
        new(ExecutableDefinitionsRule.Descriptor, () => new ExecutableDefinitionsRule()),
        new(UniqueOperationNamesRule.Descriptor, () => new UniqueOperationNamesRule()),
        new(FieldsOnCorrectTypeRule.Descriptor, () => new FieldsOnCorrectTypeRule()),
        new(LoneAnonymousOperationRule.Descriptor, () => new LoneAnonymousOperationRule()),
        new(SingleFieldSubscriptionsRule.Descriptor, () => new SingleFieldSubscriptionsRule()),
        new(KnownTypeNamesRule.Descriptor, () => new KnownTypeNamesRule()),
        new(FragmentsOnCompositeTypesRule.Descriptor, () => new FragmentsOnCompositeTypesRule()),
        new(VariablesAreInputTypesRule.Descriptor, () => new VariablesAreInputTypesRule()),
        new(ScalarLeafsRule.Descriptor, () => new ScalarLeafsRule()),
        new(UniqueFragmentNamesRule.Descriptor, () => new UniqueFragmentNamesRule()),
        new(KnownFragmentNamesRule.Descriptor, () => new KnownFragmentNamesRule()),
        new(NoUnusedFragmentsRule.Descriptor, () => new NoUnusedFragmentsRule()),
        new(PossibleFragmentSpreadsRule.Descriptor, () => new PossibleFragmentSpreadsRule()),
        new(NoFragmentCyclesRule.Descriptor, () => new NoFragmentCyclesRule()),
        new(UniqueVariableNamesRule.Descriptor, () => new UniqueVariableNamesRule()),
        new(NoUndefinedVariablesRule.Descriptor, () => new NoUndefinedVariablesRule()),
        new(NoUnusedVariablesRule.Descriptor, () => new NoUnusedVariablesRule()),
        new(KnownDirectivesRule.Descriptor, () => new KnownDirectivesRule()),
        new(UniqueDirectivesPerLocationRule.Descriptor, () => new UniqueDirectivesPerLocationRule()),
        new(KnownArgumentNamesRule.Descriptor, () => new KnownArgumentNamesRule()),
        new(UniqueArgumentNamesRule.Descriptor, () => new UniqueArgumentNamesRule()),
        new(ValuesOfCorrectTypeRule.Descriptor, () => new ValuesOfCorrectTypeRule()),
        new(ProvidedRequiredArgumentsRule.Descriptor, () => new ProvidedRequiredArgumentsRule()),
        new(VariablesInAllowedPositionRule.Descriptor, () => new VariablesInAllowedPositionRule()),
        new(OverlappingFieldsCanBeMergedRule.Descriptor, () => new OverlappingFieldsCanBeMergedRule()),
        new(UniqueInputFieldNamesRule.Descriptor, () => new UniqueInputFieldNamesRule()),
        new(MaxIntrospectionDepthRule.Descriptor, () => new MaxIntrospectionDepthRule()),
        new(KnownOperationTypesRule.Descriptor, () => new KnownOperationTypesRule()),
        new(DeferStreamDirectiveLabelRule.Descriptor, () => new DeferStreamDirectiveLabelRule()),
        new(DeferStreamDirectiveOnRootFieldRule.Descriptor, () => new DeferStreamDirectiveOnRootFieldRule()),
        new(DeferStreamDirectiveOnValidOperationsRule.Descriptor, () => new DeferStreamDirectiveOnValidOperationsRule()),
        new(StreamDirectiveOnListFieldRule.Descriptor, () => new StreamDirectiveOnListFieldRule()),
    ];
}
