using Lathe.Language.Errors;

namespace Lathe.Language.Advice;

/// <summary>
/// Tells of scalars that are raw JSON because nothing says what .NET type they are: once for all operations, since one entry in the configuration
/// mends all places.
/// </summary>
internal static class UnmappedScalarAdvice
{
    /// <summary>Scalars that nothing gives a .NET type.</summary>
    public static readonly ErrorDescriptor UnmappedScalar =
        new("GQL2013", "UnmappedScalar", "A custom scalar has no .NET type", ErrorSeverity.Warning);

    private const int MostShown = 5;

    /// <summary>Makes one error of all, at the first place in the order of paths, with the first place of each further scalar.</summary>
    /// <param name="uses">At least one use.</param>
    public static LanguageError Of(IEnumerable<UnmappedScalar> uses)
    {
        var first = Each(uses);
        return new LanguageError(UnmappedScalar, Describe(first), [.. first.Select(use => use.Location).Distinct()]);
    }

    /// <summary>Gets the first use of each scalar, in the order of paths and places.</summary>
    public static IReadOnlyList<UnmappedScalar> Each(IEnumerable<UnmappedScalar> uses) =>
        [.. uses.OrderBy(use => use.Location.Source.Path, StringComparer.Ordinal).ThenBy(use => use.Location.Span.Start)
            .GroupBy(use => use.Name, StringComparer.Ordinal).Select(same => same.First())];

    private static string Describe(IReadOnlyList<UnmappedScalar> scalars)
    {
        var shown = scalars.Take(MostShown).ToArray();
        var entries = string.Join(", ", shown.Select(scalar => $"\"{scalar.Name}\": \"{Guess(scalar.Name)}\""));
        if (scalars.Count == 1)
        {
            var of = shown[0].Coordinate is { } coordinate ? $" of {coordinate}" : "";
            return $"Scalar '{shown[0].Name}'{of} has no .NET type, so it is a JsonElement. Map it in .graphqlrc.json: \"scalars\": {{ {entries} }}";
        }

        var names = string.Join(", ", shown.Select(scalar => scalar.Coordinate is { } coordinate ? $"{scalar.Name} (of {coordinate})" : scalar.Name));
        var more = scalars.Count > MostShown ? $" and {scalars.Count - MostShown} more ('lathe operations check' lists all)" : "";
        return $"{scalars.Count} scalars have no .NET type, so they are JsonElements: {names}{more}. "
            + $"Map them in .graphqlrc.json: \"scalars\": {{ {entries} }}";
    }

    private static string Guess(string scalar) =>
        scalar.IndexOf("upload", StringComparison.OrdinalIgnoreCase) >= 0 ? "Lathe.GraphQLFile" : "string";
}
