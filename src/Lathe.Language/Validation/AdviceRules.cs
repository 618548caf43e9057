using Lathe.Language.Errors;
using Lathe.Language.Rules;
using Lathe.Language.Validation.Rules;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation;

/// <summary>What is allowed but not advisable in executable documents, in order.</summary>
internal static class AdviceRules
{
    /// <summary>Gets the kinds of advice that the rules give.</summary>
    public static IReadOnlyList<ErrorDescriptor> Descriptors { get; } = Array.ConvertAll(Rules(), rule => rule.Descriptor);

    internal static IReadOnlyList<RuleRegistration<IValidationRule>> Registered { get; } = Rules();

    private static RuleRegistration<IValidationRule>[] Rules() =>
    [
        new(DeprecatedFieldRule.Descriptor, RuleScope.Unit, () => new DeprecatedFieldRule()),
        new(DeprecatedArgumentRule.Descriptor, RuleScope.Unit, () => new DeprecatedArgumentRule()),
        new(DeprecatedEnumValueRule.Descriptor, RuleScope.Unit, () => new DeprecatedEnumValueRule()),
        new(DeprecatedInputFieldRule.Descriptor, RuleScope.Unit, () => new DeprecatedInputFieldRule()),
        new(DeprecatedDirectiveRule.Descriptor, RuleScope.Unit, () => new DeprecatedDirectiveRule()),
        new(OffsetWithoutOrderRule.Descriptor, RuleScope.Unit, () => new OffsetWithoutOrderRule()),
        new(EmptySelectionSetRule.Descriptor, RuleScope.Unit, () => new EmptySelectionSetRule()),
        new(UnusedFragmentRule.Descriptor, RuleScope.Project, () => new UnusedFragmentRule()),
    ];
}
