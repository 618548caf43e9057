using System.Globalization;
using Lathe.Language.Changes;
using Lathe.Tool.Output;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Lathe.Tool.Drift;

/// <summary>Shows a drift at a terminal: who is hit, where; then what hits nobody, in short.</summary>
internal static class DriftTable
{
    private const int Narrow = 70;
    private const int MostPlaces = 5;
    private const int MostUntouched = 20;
    private const int MostRows = 200;

    public static void Write(TextWriter output, DriftReport report, TerminalStyle style)
    {
        var current = report.Changes.Where(change => change.Ignored is null).ToArray();
        var touching = current.Where(change => change.Impact.Affected.Count > 0)
            .OrderByDescending(change => change.IsBreaking && change.IsCertain).ThenByDescending(change => change.Change.Criticality).ToArray();
        var untouched = current.Where(change => change.IsBreaking && change.Impact.Affected.Count == 0 && change.HasDocuments).ToArray();
        var unknown = current.Where(change => change.IsBreaking && !change.HasDocuments).ToArray();
        var shown = touching.Concat(unknown).Take(MostRows).Concat(untouched.Length > MostUntouched ? [] : untouched).ToArray();
        if (shown.Length > 0)
            WriteTable(output, shown, style);
        if (touching.Length + unknown.Length > MostRows)
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{touching.Length + unknown.Length - MostRows} more changes break or touch you; --format json has all."));
        if (untouched.Length > MostUntouched)
            output.WriteLine($"Breaking, but nothing of yours: {Counts(untouched)}; --format json has all.");
        foreach (var refused in report.Unexplained)
            output.WriteLine(PlainText.Line($"refused: {refused.Operation ?? refused.Fragment}: {refused.Error}"));
        output.WriteLine(report.Summary);
        if (report.NextStep is { } next)
            output.WriteLine(next);
    }

    private static void WriteTable(TextWriter output, Drifted[] rows, TerminalStyle style)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = style.Colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = style.Colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
        });
        console.Profile.Width = style.Width;
        console.Profile.Capabilities.Unicode = true;
        var table = new Table { Border = TableBorder.Rounded, Expand = false, ShowHeaders = false, ShowRowSeparators = true };
        var isNarrow = style.Width < Narrow;
        if (!isNarrow)
            table.AddColumn(new TableColumn(string.Empty) { NoWrap = true });
        table.AddColumn(string.Empty);
        var hasProjects = rows.Any(row => row.Project != rows[0].Project);
        foreach (var row in rows)
        {
            var project = hasProjects ? $"\n[dim]{Markup.Escape(PlainText.Line(row.Project))}[/]" : string.Empty;
            var name = new Markup($"[{Colour(row)}]{Word(row)}[/]\n{Markup.Escape(row.Change.Code)}{project}");
            var text = new Text(PlainText.Lines(string.Join('\n', Lines(row))));
            table.AddRow(isNarrow ? [new Rows(name, text)] : new IRenderable[] { name, text });
        }

        console.Write(table);
    }

    private static IEnumerable<string> Lines(Drifted row)
    {
        yield return PlainText.Line(row.Change.Message);
        if (row.Change.Advice is { } advice)
            yield return PlainText.Line(advice);
        var places = AffectedPlace.Of(row.Impact.Affected);
        foreach (var place in places.Take(MostPlaces))
        {
            var way = place.Via is null ? string.Empty : $"  {(place.IsCertain ? "in" : "if it is in")} {place.Via}";
            yield return $"  {place.Location}  {place.Users}{way}";
        }

        if (places.Count == 0)
            yield return row.HasDocuments ? "  nothing of yours" : "  unknown: the project has no documents";
        else if (places.Count > MostPlaces)
            yield return string.Create(CultureInfo.InvariantCulture, $"  and {places.Count - MostPlaces} places more");
    }

    private static string Counts(IEnumerable<Drifted> changes) => string.Join(", ", changes
        .GroupBy(change => change.Change.Code, StringComparer.Ordinal)
        .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {group.Key}")));

    private static string Colour(Drifted row) => row.Change.Criticality switch
    {
        ChangeCriticality.Breaking => "red",
        ChangeCriticality.Dangerous => "yellow",
        _ => "green",
    };

    private static string Word(Drifted row) => row switch
    {
        { IsBreaking: true, Impact.Affected.Count: > 0, IsCertain: false } => "may break you",
        { IsBreaking: true, Impact.Affected.Count: > 0 } => "breaks you",
        _ => row.Change.Criticality.ToString().ToLowerInvariant(),
    };
}
