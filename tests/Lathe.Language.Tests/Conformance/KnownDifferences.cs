namespace Lathe.Language.Tests.Conformance;

/// <summary>Cases in which we differ from the reference on purpose, each with the reason.</summary>
internal static class KnownDifferences
{
    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        ["UniqueTypeNamesRule/type-and-non-type-definitions-named-the-same#0"] =
            "The document has an operation and a fragment beside types, and the reference judges their type conditions by the "
            + "rules of schemas. Ours judges operations by the rules of operations only, against the whole schema.",
        ["malformed/missing-builtin-scalar-type"] =
            "The introspection result uses Int and does not list it. Every schema has the built-in scalars, so nothing is lost.",
    };

    public static bool Contains(string id) => Reasons.ContainsKey(id);
}
