using Lathe.Language.TypeSystem.Validation.Definitions;
using Lathe.Language.TypeSystem.Validation.Rules;
using Lathe.Language.TypeSystem.Validation.Validity;

namespace Lathe.Language.TypeSystem.Validation;

/// <summary>The rules of schemas in the order in which they are checked.</summary>
internal static class SchemaRules
{
    /// <summary>Gets the rules that look at the definitions one by one.</summary>
    internal static IReadOnlyList<ISchemaRule> OfDefinitions { get; } =
    [
        new LoneSchemaDefinitionRule(),
        new UniqueOperationTypesRule(),
        new UniqueTypeNamesRule(),
        new UniqueEnumValueNamesRule(),
        new UniqueFieldDefinitionNamesRule(),
        new UniqueArgumentDefinitionNamesRule(),
        new UniqueDirectiveNamesRule(),
        new KnownTypeNamesRule(),
        new KnownDirectivesRule(),
        new UniqueDirectivesPerLocationRule(),
        new PossibleTypeExtensionsRule(),
        new KnownArgumentNamesOnDirectivesRule(),
        new UniqueArgumentNamesRule(),
        new UniqueInputFieldNamesRule(),
        new ProvidedRequiredArgumentsOnDirectivesRule(),
    ];

    /// <summary>Gets the rules that look at the schema that the definitions make together.</summary>
    internal static IReadOnlyList<ISchemaRule> OfSchemas { get; } =
    [
        new RootTypesRule(),
        new ReservedNamesRule(),
        new InputTypesRule(),
        new OutputTypesRule(),
        new RequiredInputsNotDeprecatedRule(),
        new TypesHaveMembersRule(),
        new ImplementedTypesRule(),
        new ImplementedAncestorsRule(),
        new InterfaceFieldsRule(),
        new UnionMembersRule(),
        new OneOfFieldsRule(),
        new InputObjectCyclesRule(),
        new DefaultValueCyclesRule(),
        new DefaultValuesRule(),
    ];
}
