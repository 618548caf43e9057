using Lathe.Language.Rules;

namespace Lathe.Language.Changes.Rules;

/// <summary>
/// The rules in the order in which they look at a part, each with the codes of its changes. A new rule is a file in <c>Rules</c> and a line here.
/// </summary>
internal static class ChangeRules
{
    public static IReadOnlyList<RuleRegistration<IReadOnlyList<string>, ChangeRule>> Registered { get; } =
    [
        new(["ROOT_TYPE_ADDED", "ROOT_TYPE_REMOVED", "ROOT_TYPE_CHANGED"], RuleScope.Comparison, static () => new RootTypesRule()),
        new(["TYPE_REMOVED"], RuleScope.Comparison, static () => new TypeRemovedRule()),
        new(["TYPE_ADDED"], RuleScope.Comparison, static () => new TypeAddedRule()),
        new(["TYPE_CHANGED_KIND"], RuleScope.Comparison, static () => new TypeKindRule()),
        new(["TYPE_REMOVED_FROM_UNION", "TYPE_ADDED_TO_UNION"], RuleScope.Comparison, static () => new UnionMembersRule()),
        new(["IMPLEMENTED_INTERFACE_REMOVED", "IMPLEMENTED_INTERFACE_ADDED"], RuleScope.Comparison, static () => new ImplementedInterfacesRule()),
        new(["FIELD_REMOVED"], RuleScope.Comparison, static () => new FieldRemovedRule()),
        new(["FIELD_ADDED"], RuleScope.Comparison, static () => new FieldAddedRule()),
        new(["FIELD_CHANGED_KIND", "FIELD_CHANGED_KIND_SAFE"], RuleScope.Comparison, static () => new FieldTypeRule()),
        new(["FIELD_REMOVED", "ARG_REMOVED", "DIRECTIVE_ARG_REMOVED"], RuleScope.Comparison, static () => new InputRemovedRule()),
        new(
            [
                "REQUIRED_INPUT_FIELD_ADDED", "OPTIONAL_INPUT_FIELD_ADDED", "REQUIRED_ARG_ADDED",
                "OPTIONAL_ARG_ADDED", "REQUIRED_DIRECTIVE_ARG_ADDED", "OPTIONAL_DIRECTIVE_ARG_ADDED",
            ],
            RuleScope.Comparison,
            static () => new InputAddedRule()),
        new(
            [
                "FIELD_CHANGED_KIND", "FIELD_CHANGED_KIND_SAFE",
                "ARG_CHANGED_KIND", "ARG_CHANGED_KIND_SAFE",
            ],
            RuleScope.Comparison,
            static () => new InputTypeRule()),
        new(
            [
                "INPUT_FIELD_DEFAULT_VALUE_ADDED", "INPUT_FIELD_DEFAULT_VALUE_CHANGE",
                "ARG_DEFAULT_VALUE_ADDED", "ARG_DEFAULT_VALUE_CHANGE",
            ],
            RuleScope.Comparison,
            static () => new DefaultValueRule()),
        new(
            [
                "INPUT_FIELD_BECAME_REQUIRED",
                "ARG_BECAME_REQUIRED", "DIRECTIVE_ARG_BECAME_REQUIRED",
            ],
            RuleScope.Comparison,
            static () => new BecameRequiredRule()),
        new(["VALUE_REMOVED_FROM_ENUM"], RuleScope.Comparison, static () => new EnumValueRemovedRule()),
        new(["VALUE_ADDED_TO_ENUM"], RuleScope.Comparison, static () => new EnumValueAddedRule()),
        new(["DIRECTIVE_REMOVED"], RuleScope.Comparison, static () => new DirectiveRemovedRule()),
        new(["DIRECTIVE_ADDED"], RuleScope.Comparison, static () => new DirectiveAddedRule()),
        new(["DIRECTIVE_REPEATABLE_REMOVED", "DIRECTIVE_REPEATABLE_ADDED"], RuleScope.Comparison, static () => new DirectiveRepeatableRule()),
        new(["DIRECTIVE_LOCATION_REMOVED", "DIRECTIVE_LOCATION_ADDED"], RuleScope.Comparison, static () => new DirectiveLocationsRule()),
        new(["ONE_OF_ADDED", "ONE_OF_REMOVED"], RuleScope.Comparison, static () => new OneOfRule()),
        new(["SPECIFIED_BY_ADDED", "SPECIFIED_BY_REMOVED", "SPECIFIED_BY_CHANGED"], RuleScope.Comparison, static () => new SpecifiedByRule()),
        new(["DEPRECATION_ADDED", "DEPRECATION_REMOVED", "DEPRECATION_REASON_CHANGED"], RuleScope.Comparison, static () => new DeprecationRule()),
        new(["DESCRIPTION_CHANGED", "SCHEMA_DESCRIPTION_CHANGED"], RuleScope.Comparison, static () => new DescriptionRule()),
        new(["DIRECTIVE_USAGE_REMOVED", "DIRECTIVE_USAGE_ADDED"], RuleScope.Comparison, static () => new AppliedDirectivesRule()),
    ];

    /// <summary>Gets the codes that changes may have, each once, in ordinal order.</summary>
    public static IReadOnlyList<string> Codes { get; } =
    [
        .. Registered.SelectMany(static registration => registration.Descriptor).Distinct(StringComparer.Ordinal)
            .OrderBy(static code => code, StringComparer.Ordinal),
    ];
}
