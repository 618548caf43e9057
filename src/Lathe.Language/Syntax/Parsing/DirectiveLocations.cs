namespace Lathe.Language.Syntax.Parsing;

/// <summary>The places where directives may stand (section 3.13).</summary>
internal static class DirectiveLocations
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "QUERY", "MUTATION", "SUBSCRIPTION", "FIELD", "FRAGMENT_DEFINITION", "FRAGMENT_SPREAD", "INLINE_FRAGMENT",
        "VARIABLE_DEFINITION", "SCHEMA", "SCALAR", "OBJECT", "FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INTERFACE",
        "UNION", "ENUM", "ENUM_VALUE", "INPUT_OBJECT", "INPUT_FIELD_DEFINITION", "DIRECTIVE_DEFINITION",

        // Of fragment arguments, which no edition has; servers of the reference implementation name it.
        "FRAGMENT_VARIABLE_DEFINITION",
    };

    /// <summary>Tells whether a name may be a location of a newer edition: all are in upper case, and no keyword is.</summary>
    internal static bool MayBeOne(string name) => !name.Any(static letter => letter is >= 'a' and <= 'z');

    internal static bool IsKnown(string name) => Known.Contains(name);
}
