using Lathe.Language.Errors;
using Lathe.Language.Validation.Rules;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation;

/// <summary>What is allowed but not advisable in executable documents, in order.</summary>
internal static class AdviceRules
{
    /// <summary>Gets the kinds of advice that the rules give.</summary>
    public static IReadOnlyList<ErrorDescriptor> Descriptors { get; } = Array.ConvertAll(Rules(), rule => rule.Descriptor);

    internal static IReadOnlyList<RuleRegistration> Registered { get; } = Rules();

    private static RuleRegistration[] Rules() =>
    [
        new(DeprecatedFieldRule.Descriptor, () => new DeprecatedFieldRule()),
        new(DeprecatedArgumentRule.Descriptor, () => new DeprecatedArgumentRule()),
        new(DeprecatedEnumValueRule.Descriptor, () => new DeprecatedEnumValueRule()),
        new(DeprecatedInputFieldRule.Descriptor, () => new DeprecatedInputFieldRule()),
        new(UnusedFragmentRule.Descriptor, () => new UnusedFragmentRule()),
    ];
}
