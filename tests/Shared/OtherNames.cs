using System.Text.RegularExpressions;

namespace Lathe.TestSupport;

/// <summary>The schema of the samples with the names that the vendor's other texts have for the same types.</summary>
internal static partial class OtherNames
{
    /// <summary>Renames types: <c>ActivityWhereClause</c> is <c>Activity_bool_exp</c>, <c>Machine</c> is <c>MachineTP</c>.</summary>
    /// <param name="sdl">The schema in SDL.</param>
    public static string Of(string sdl) => Word().Replace(sdl, match => Rename(match.Value));

    private static string Rename(string name)
    {
        if (name == "OrderDirection")
            return "order_by";
        if (name.EndsWith("Comparison", StringComparison.Ordinal))
            return Scalar(name[..^"Comparison".Length]) + "_comparison_exp";
        if (name.EndsWith("Arguments", StringComparison.Ordinal))
            return char.ToLowerInvariant(name[0]) + name[1..^"Arguments".Length] + "_args";
        foreach (var (suffix, other) in s_suffixes)
        {
            if (name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.Ordinal))
                return Entity(name[..^suffix.Length]) + other;
        }

        return Entity(name);
    }

    private static readonly (string Suffix, string Other)[] s_suffixes =
        [("WhereClause", "_bool_exp"), ("OrderByClause", "_order_by"), ("Field", "_select_column")];

    private static string Scalar(string name) => name is "Timestamptz" or "Bigint" or "Jsonb" or "Numeric" or "Uuid" ? name.ToLowerInvariant() : name;

    private static string Entity(string name) => name is "Machine" or "Annotation" or "OperatorRun" ? name + "TP" : name;

    // Names of types alone begin with a capital; strings and comments are left as they are.
    [GeneratedRegex("""(?<=^[^"#\n]*)\b[A-Z]\w+\b""", RegexOptions.Multiline)]
    private static partial Regex Word();
}
