namespace Lathe.Language.Syntax.Parsing;

/// <summary>The places where directives may stand (section 3.13).</summary>
internal static class DirectiveLocations
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "QUERY", "MUTATION", "SUBSCRIPTION", "FIELD", "FRAGMENT_DEFINITION", "FRAGMENT_SPREAD", "INLINE_FRAGMENT",
        "VARIABLE_DEFINITION", "SCHEMA", "SCALAR", "OBJECT", "FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INTERFACE",
        "UNION", "ENUM", "ENUM_VALUE", "INPUT_OBJECT", "INPUT_FIELD_DEFINITION",
    };

    internal static bool IsKnown(string name) => Known.Contains(name);
}
