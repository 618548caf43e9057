using Lathe.Language.Changes.Impact;

namespace Lathe.Tool.Drift;

/// <summary>A place that a change touches, with all who reach it: people read places, and a fragment has many users.</summary>
/// <param name="Location">The place, as <c>file:line:column</c>.</param>
/// <param name="Users">The operations, the first three by name.</param>
/// <param name="Via">How a variable reaches what changed; or null.</param>
/// <param name="IsCertain">Whether it is touched for certain.</param>
internal sealed record AffectedPlace(string Location, string Users, string? Via, bool IsCertain)
{
    private const int MostUsers = 3;

    public static IReadOnlyList<AffectedPlace> Of(IReadOnlyList<AffectedUse> affected) => [.. affected
        .GroupBy(use => (use.Location, use.Via, use.IsCertain))
        .OrderByDescending(group => group.Key.IsCertain)
        .Select(group => new AffectedPlace(Show(group.First()), Names(group), group.Key.Via, group.Key.IsCertain))];

    private static string Show(AffectedUse use) => $"{use.Location.Source.Path}:{use.Location.Position.Line}:{use.Location.Position.Column}";

    private static string Names(IEnumerable<AffectedUse> uses)
    {
        var names = uses.Select(use => use.Operation ?? use.Fragment ?? "anonymous").Distinct(StringComparer.Ordinal).ToArray();
        var shown = string.Join(", ", names.Take(MostUsers));
        return names.Length > MostUsers ? $"{shown} and {names.Length - MostUsers} more" : shown;
    }
}
