using System.Globalization;
using Lathe.Language.Changes;
using Lathe.Language.Changes.Impact;
using Lathe.Tool.Output;

namespace Lathe.Tool.Drift;

/// <summary>Writes a drift for a pull-request comment or step summary: what breaks first, the rest folded.</summary>
internal static class DriftMarkdown
{
    private const int MostPlaces = 5;

    // A comment on GitHub takes 65,536 characters.
    private const int MostCharacters = 60_000;

    public static void Write(TextWriter output, DriftReport report)
    {
        using var buffer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        Write(buffer, report);
        output.Write(buffer.ToString());
    }

    private static void Write(StringWriter output, DriftReport report)
    {
        output.WriteLine($"### {(report.Breaks ? "❌ Schema drift that breaks you" : "✅ No schema drift that breaks you")}\n\n{report.Summary}");
        if (report.NextStep is { } next)
            output.WriteLine($"\n{next}");
        var failing = report.Changes.Where(report.Fails).OrderByDescending(change => change.IsCertain).ToArray();
        WriteTable(output, failing);
        foreach (var refused in report.Unexplained)
        {
            var name = refused.Operation ?? refused.Fragment ?? "An operation";
            output.WriteLine($"\n- {MarkdownText.Escape(name)}: {MarkdownText.Escape(refused.Error.Message)}");
        }

        var counted = report.Changes.Where(change => change.Ignored is null).ToArray();
        var passing = counted.Where(change => change.IsBreaking && !report.Fails(change)).ToLookup(change => change.Impact.Affected.Count > 0);
        WriteFolded(output, "Breaking, and may touch you through a variable", passing[true]);
        WriteFolded(output, "Breaking, but touches nothing of yours", passing[false]);
        WriteFolded(output, "Dangerous", counted.Where(change => change.Change.Criticality == ChangeCriticality.Dangerous));
        WriteFolded(output, "Safe", counted.Where(change => change.Change.Criticality == ChangeCriticality.Safe));
        WriteFolded(output, "Ignored", report.Changes.Where(change => change.Ignored is not null));
    }

    private static void WriteFolded(StringWriter output, string title, IEnumerable<Drifted> changes)
    {
        var rows = changes.OrderByDescending(change => change.Impact.Affected.Count > 0).ToArray();
        if (rows.Length == 0)
            return;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n<details><summary>{title} ({rows.Length})</summary>"));
        WriteTable(output, rows);
        output.WriteLine("\n</details>");
    }

    private static void WriteTable(StringWriter output, Drifted[] changes)
    {
        if (changes.Length == 0)
            return;
        output.WriteLine("\n| change | what | touches |\n| --- | --- | --- |");
        var hasProjects = changes.Any(change => change.Project != changes[0].Project);
        var shown = 0;
        foreach (var change in changes.TakeWhile(_ => output.GetStringBuilder().Length < MostCharacters))
        {
            shown++;
            var project = hasProjects ? "<br>" + MarkdownText.Escape(change.Project) : string.Empty;
            var advice = change.Change.Advice is { } text ? " " + text : string.Empty;
            var reason = change.Ignored is { } ignored ? $" (ignored: {ignored.Reason})" : string.Empty;
            var touched = change.HasDocuments ? Places(change.Impact.Affected) : "unknown: no documents";
            output.Write($"| {MarkdownText.Code(change.Change.Code)}{project} ");
            output.Write($"| {MarkdownText.Escape(change.Change.Message + advice + reason)} ");
            output.WriteLine($"| {touched} |");
        }

        if (changes.Length > shown)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{changes.Length - shown} more; `--format json` has all."));
    }

    private static string Places(IReadOnlyList<AffectedUse> affected)
    {
        var places = AffectedPlace.Of(affected);
        var shown = string.Join("<br>", places.Take(MostPlaces).Select(Place));
        var more = places.Count - MostPlaces;
        return more > 0 ? string.Create(CultureInfo.InvariantCulture, $"{shown}<br>and {more} places more") : shown;
    }

    private static string Place(AffectedPlace place) =>
        $"{MarkdownText.Code(place.Location)} {MarkdownText.Escape(place.Users)}{Way(place)}";

    private static string Way(AffectedPlace place) =>
        place.Via is null ? string.Empty : $" {(place.IsCertain ? "in" : "if it is in")} {MarkdownText.Code(place.Via)}";
}
