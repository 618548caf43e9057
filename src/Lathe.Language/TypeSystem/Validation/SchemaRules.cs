using Lathe.Language.Errors;
using Lathe.Language.Rules;
using Lathe.Language.TypeSystem.Validation.Definitions;
using Lathe.Language.TypeSystem.Validation.Rules;
using Lathe.Language.TypeSystem.Validation.Validity;

namespace Lathe.Language.TypeSystem.Validation;

/// <summary>The rules of schemas in their order. A new rule is a file in <c>Rules</c> or <c>Validity</c> and a line here.</summary>
internal static class SchemaRules
{
    private static readonly SchemaRuleRegistration[] s_all =
    [
        new(LoneSchemaDefinitionRule.Descriptor, RuleScope.Definitions, static () => new LoneSchemaDefinitionRule()),
        new(UniqueOperationTypesRule.Descriptor, RuleScope.Definitions, static () => new UniqueOperationTypesRule()),
        new(UniqueTypeNamesRule.Descriptor, RuleScope.Definitions, static () => new UniqueTypeNamesRule()),
        new(UniqueEnumValueNamesRule.Descriptor, RuleScope.Type, static () => new UniqueEnumValueNamesRule()),
        new(UniqueFieldDefinitionNamesRule.Descriptor, RuleScope.Type, static () => new UniqueFieldDefinitionNamesRule()),
        new(UniqueArgumentDefinitionNamesRule.Descriptor, RuleScope.Type, static () => new UniqueArgumentDefinitionNamesRule()),
        new(SemanticNonNullRule.Descriptor, RuleScope.Type, static () => new SemanticNonNullRule()),
        new(UniqueDirectiveNamesRule.Descriptor, RuleScope.Definitions, static () => new UniqueDirectiveNamesRule()),
        new(KnownTypeNamesRule.Descriptor, RuleScope.Definitions, static () => new KnownTypeNamesRule()) { ForClient = ClientView.Error },
        new(KnownDirectivesRule.Descriptor, RuleScope.Definitions, static () => new KnownDirectivesRule()) { ForClient = ClientView.Ignored },
        new(UniqueDirectivesPerLocationRule.Descriptor, RuleScope.Definitions, static () => new UniqueDirectivesPerLocationRule())
            { ForClient = ClientView.Ignored },
        new(PossibleTypeExtensionsRule.Descriptor, RuleScope.Definitions, static () => new PossibleTypeExtensionsRule()),
        new(PossibleDirectiveExtensionsRule.Descriptor, RuleScope.Definitions, static () => new PossibleDirectiveExtensionsRule())
            { ForClient = ClientView.Ignored },
        new(KnownArgumentNamesOnDirectivesRule.Descriptor, RuleScope.Definitions, static () => new KnownArgumentNamesOnDirectivesRule())
            { ForClient = ClientView.Ignored },
        new(UniqueArgumentNamesRule.Descriptor, RuleScope.Definitions, static () => new UniqueArgumentNamesRule()) { ForClient = ClientView.Ignored },
        new(UniqueInputFieldNamesRule.Descriptor, RuleScope.Definitions, static () => new UniqueInputFieldNamesRule()),
        new(ProvidedRequiredArgumentsOnDirectivesRule.Descriptor, RuleScope.Definitions, static () => new ProvidedRequiredArgumentsOnDirectivesRule())
            { ForClient = ClientView.Ignored },
        new(RootTypesRule.Descriptor, RuleScope.Schema, static () => new RootTypesRule()),
        new(ReservedNamesRule.Descriptor, RuleScope.Schema, static () => new ReservedNamesRule()),
        new(InputTypesRule.Descriptor, RuleScope.Schema, static () => new InputTypesRule()),
        new(OutputTypesRule.Descriptor, RuleScope.Schema, static () => new OutputTypesRule()),
        new(RequiredInputsNotDeprecatedRule.Descriptor, RuleScope.Schema, static () => new RequiredInputsNotDeprecatedRule()),
        new(TypesHaveMembersRule.Descriptor, RuleScope.Schema, static () => new TypesHaveMembersRule()),
        new(ImplementedTypesRule.Descriptor, RuleScope.Schema, static () => new ImplementedTypesRule()),
        new(ImplementedAncestorsRule.Descriptor, RuleScope.Schema, static () => new ImplementedAncestorsRule()),
        new(InterfaceFieldsRule.Descriptor, RuleScope.Schema, static () => new InterfaceFieldsRule()),
        new(DeprecatedImplementationsRule.Descriptor, RuleScope.Schema, static () => new DeprecatedImplementationsRule())
            { ForClient = ClientView.Ignored },
        new(UnionMembersRule.Descriptor, RuleScope.Schema, static () => new UnionMembersRule()),
        new(OneOfFieldsRule.Descriptor, RuleScope.Schema, static () => new OneOfFieldsRule()),
        new(OneOfExtensionsRule.Descriptor, RuleScope.Schema, static () => new OneOfExtensionsRule()) { ForClient = ClientView.Ignored },
        new(InputObjectCyclesRule.Descriptor, RuleScope.Schema, static () => new InputObjectCyclesRule()),
        new(DefaultValueCyclesRule.Descriptor, RuleScope.Schema, static () => new DefaultValueCyclesRule()),
        new(DefaultValuesRule.Descriptor, RuleScope.Schema, static () => new DefaultValuesRule()),
        new(DirectiveCyclesRule.Descriptor, RuleScope.Schema, static () => new DirectiveCyclesRule()) { ForClient = ClientView.Ignored },
    ];

    private static readonly Dictionary<string, SchemaRuleRegistration> s_byId =
        s_all.ToDictionary(static rule => rule.Descriptor.Id, StringComparer.Ordinal);

    /// <summary>Finds the rule that reports errors of a kind; null for syntax errors and the like.</summary>
    internal static SchemaRuleRegistration? Find(ErrorDescriptor descriptor) =>
        s_byId.TryGetValue(descriptor.Id, out var rule) ? rule : null;

    /// <summary>Runs the rules of some scopes.</summary>
    internal static void Run(SchemaContext context, params RuleScope[] scopes)
    {
        foreach (var rule in s_all)
        {
            if (scopes.Contains(rule.Scope))
                context.Check(rule.Create());
        }
    }
}
