namespace Lathe.Language.Changes.Rules;

/// <summary>All rules, in the order in which they look at a part. A new rule is a file in <c>Rules</c> and a line here.</summary>
internal static class ChangeRules
{
    public static ChangeRule[] All { get; } =
    [
        new RootTypesRule(),
        new TypeRemovedRule(),
        new TypeAddedRule(),
        new TypeKindRule(),
        new UnionMembersRule(),
        new ImplementedInterfacesRule(),
        new FieldRemovedRule(),
        new FieldAddedRule(),
        new FieldTypeRule(),
        new InputRemovedRule(),
        new InputAddedRule(),
        new InputTypeRule(),
        new DefaultValueRule(),
        new BecameRequiredRule(),
        new EnumValueRemovedRule(),
        new EnumValueAddedRule(),
        new DirectiveRemovedRule(),
        new DirectiveAddedRule(),
        new DirectiveRepeatableRule(),
        new DirectiveLocationsRule(),
        new OneOfRule(),
        new SpecifiedByRule(),
        new DeprecationRule(),
        new DescriptionRule(),
        new AppliedDirectivesRule(),
    ];
}
