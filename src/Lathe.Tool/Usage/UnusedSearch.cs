using Lathe.Generator.Unused;
using Lathe.Language.Errors;
using Lathe.Tool.Files;
using Lathe.Tool.Output;

namespace Lathe.Tool.Usage;

/// <summary>Finds what none of several projects uses of their clients.</summary>
internal static class UnusedSearch
{
    /// <param name="notes">The notes of all projects that may use the clients.</param>
    /// <param name="folder">The folder that shown paths are relative to.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static IReadOnlyList<Finding> Find(IReadOnlyList<UsageFacts> notes, string folder, CancellationToken cancellationToken)
    {
        var use = JoinedFacts.Join(notes, cancellationToken);
        var found = notes.SelectMany(facts => Errors(facts, use, folder, cancellationToken)).ToArray();

        // A document may be of several clients: what one of them uses is used.
        var holders = notes.SelectMany(facts => facts.Documents.Distinct()).ToLookup(path => path, StringComparer.Ordinal);
        return [.. found.GroupBy(one => (one.Path, one.Finding.Code, one.Finding.Locations[0]))
            .Where(group => group.Count() == holders[group.Key.Path].Count())
            .Select(group => group.First().Finding)
            .OrderBy(one => one.Locations[0].File, StringComparer.Ordinal).ThenBy(one => one.Locations[0].Line)
            .ThenBy(one => one.Locations[0].Column)];
    }

    private static IEnumerable<(string Path, Finding Finding)> Errors(
        UsageFacts facts, CodeUse use, string folder, CancellationToken cancellationToken)
    {
        var severities = facts.Severities.ToLookup(one => (one.Path, one.Id), one => one.Severity);
        foreach (var client in NotedProject.Clients(facts, cancellationToken))
        {
            foreach (var error in new UnusedParts(client, use, cancellationToken).Find().Where(error => !Suppressions.Cover(error)))
            {
                var path = error.Locations[0].Source.Path;
                if (Level(severities[(path, error.Descriptor.Id)].LastOrDefault()) is { } level)
                    yield return (path, ToFinding(error, level, folder));
            }
        }
    }

    private static FindingLevel? Level(string? severity) => severity switch
    {
        "Error" => FindingLevel.Error,
        "Info" => FindingLevel.Note,
        "None" => null,
        _ => FindingLevel.Warning,
    };

    private static Finding ToFinding(LanguageError error, FindingLevel level, string folder) => new(
        error.Descriptor.Id,
        error.Descriptor.Rule,
        level,
        error.Message,
        [.. error.Locations.Select(FindingLocation.From).Select(place => place with { File = TextFiles.Display(place.File, folder) })]);
}
