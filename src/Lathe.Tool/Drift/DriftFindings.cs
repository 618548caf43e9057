using Lathe.Language.Changes;
using Lathe.Language.Changes.Impact;
using Lathe.Language.Errors;
using Lathe.Tool.Output;

namespace Lathe.Tool.Drift;

/// <summary>Turns changes into findings at the lines that they touch.</summary>
internal static class DriftFindings
{
    public static IEnumerable<Finding> Make(DriftReport report)
    {
        foreach (var change in report.Changes.Where(change => change.Ignored is null))
        {
            // Safe changes that touch nothing are many, and nobody must act on them.
            if (change.Impact.Affected.Count > 0)
            {
                foreach (var place in change.Impact.Affected.GroupBy(
                    use => (use.Location, use.IsCertain)).OrderByDescending(use => use.Key.IsCertain))
                    yield return At(report, change, place.Key.Location, Users([.. place]));
            }
            else if (change.Change.Criticality != ChangeCriticality.Safe)
            {
                yield return At(report, change, Place(change.Change), string.Empty);
            }
        }

        foreach (var refused in report.Unexplained)
        {
            var location = FindingLocation.From(refused.Error.Locations[0]);
            yield return new Finding(
                "OPERATION_REFUSED",
                "Operation refused",
                FindingLevel.Error,
                $"The new schema refuses {refused.Operation ?? refused.Fragment ?? "the operation"}: {refused.Error.Message}",
                [location]);
        }
    }

    // The old schema is in the repository. The server's schema is in no file.
    private static SourceLocation? Place(SchemaChange change) =>
        new[] { change.OldLocation, change.NewLocation }.FirstOrDefault(place => place is { } at && IsFile(at.Source.Path));

    private static bool IsFile(string path) => !path.Contains("://", StringComparison.Ordinal) && !SchemaFiles.IsNoFile(path);

    private static Finding At(DriftReport report, Drifted change, SourceLocation? location, string users)
    {
        var level = report.Fails(change) ? FindingLevel.Error
            : change.IsBreaking || (change.Change.Criticality == ChangeCriticality.Dangerous && users.Length > 0) ? FindingLevel.Warning
            : FindingLevel.Note;
        var advice = change.Change.Advice is { } text ? " " + text : string.Empty;
        var name = change.Change.Code.Replace('_', ' ').ToLowerInvariant();
        FindingLocation[] locations = location is { } place ? [FindingLocation.From(place)] : [];
        return new Finding(change.Change.Code, name, level, change.Change.Message + advice + users, locations);
    }

    private static string Users(AffectedUse[] uses)
    {
        var first = uses[0];
        var (verb, via) = (first.IsCertain ? "Used" : "May be used", first.Via is { } way ? $" through {way}" : string.Empty);
        var names = uses.Select(use => use.Operation ?? use.Fragment).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        return names.Length switch
        {
            0 => $" {verb} here{via}.",
            <= 3 => $" {verb} by {string.Join(", ", names)}{via}.",
            _ => $" {verb} by {string.Join(", ", names.Take(3))} and {names.Length - 3} more{via}.",
        };
    }
}
