namespace Lathe.Language.Tests.Conformance;

/// <summary>Cases in which we differ from the reference on purpose, each with the reason.</summary>
internal static class KnownDifferences
{
    private static readonly Dictionary<string, string> s_reasons = new(StringComparer.Ordinal)
    {
        ["UniqueTypeNamesRule/type-and-non-type-definitions-named-the-same#0"] =
            "The document has an operation and a fragment beside types, and the reference judges their type conditions by the "
            + "rules of schemas. Ours judges operations by the rules of operations only, against the whole schema.",
        ["malformed/missing-builtin-scalar-type"] =
            "The introspection result uses Int and does not list it. Every schema has the built-in scalars, so nothing is lost.",
        ["extendSchema/extendSchema-extends-scalars-by-adding-new-directives#1"] = DirectiveCycle,
        ["sept26/schema/two-refer-to-each-other-by-extension#0"] = DirectiveCycle,
        ["sept26/schema/refers-to-itself-through-an-input#0"] = DirectiveCycle,
        ["sept26/schema/refers-to-itself-through-a-scalar#0"] = DirectiveCycle,
        ["sept26/schema/one-of-directive-by-extension#0"] = "The specification forbids @oneOf in an extension (3.10.2); the reference ignores it.",
        ["sept26/schema/default-of-an-output-type#0"] = "The type of the argument is no input type; the reference throws instead of saying so.",
        ["sept26/VariablesInAllowedPositionRule/one-of-whole-as-variable#0"] = OneOfBehindNonNull,
        ["sept26/VariablesInAllowedPositionRule/one-of-wrong-type-and-nullable#0"] = OneOfBehindNonNull,
        ["sept26/VariablesInAllowedPositionRule/one-of-nullable-variable-with-default#0"] =
            "A default that is not null makes the position allowed (5.8.5, IsVariableUsageAllowed); the reference does not look at it.",
        ["sept26/malformed/directive-twice"] = "A name defined twice is told, as a warning to clients; the reference takes the last.",
        ["sept26/sdl/PossibleTypeExtensionsRule/extension-of-an-undefined-directive#0"] =
            "The specification wants the directive to be defined (3.13, Directive Extensions); the reference accepts it.",
    };

    private const string DirectiveCycle =
        "A directive must not refer to itself, also not through types (3.13, Type Validation); the reference accepts it.";

    private const string OneOfBehindNonNull =
        "A nullable variable may be null at run time where a OneOf object takes none (5.8.5); the reference does not see the object behind its "
            + "non-null type.";

    public static bool Contains(string id) => s_reasons.ContainsKey(id);
}
