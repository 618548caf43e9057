using System.Globalization;
using Lathe.Language.Changes;
using Lathe.Tool.Output;
using Spectre.Console;

namespace Lathe.Tool.Drift;

/// <summary>Shows a drift at a terminal: who is hit, where; then what hits nobody, in short.</summary>
internal static class DriftTable
{
    private const int MostPlaces = 6;

    public static void Write(TextWriter output, DriftReport report, TerminalStyle style)
    {
        var rows = report.Changes.Where(change => change.Ignored is null && (change.Impact.Affected.Count > 0 || change.IsBreaking)).ToArray();
        if (rows.Length > 0)
        {
            var console = AnsiConsole.Create(new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(output),
                Ansi = style.Colour ? AnsiSupport.Yes : AnsiSupport.No,
                ColorSystem = style.Colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            });
            console.Profile.Width = style.Width;
            console.Profile.Capabilities.Unicode = true;
            console.Write(MakeTable(report, rows));
        }

        foreach (var refused in report.Unexplained)
            output.WriteLine(PlainText.Line($"refused: {refused.Operation ?? refused.Fragment}: {refused.Error}"));
        output.WriteLine(report.Summary);
    }

    private static Table MakeTable(DriftReport report, Drifted[] rows)
    {
        var table = new Table { Border = TableBorder.Rounded, Expand = false };
        table.AddColumn("Change");
        table.AddColumn("Where");
        table.AddColumn("Touches");
        foreach (var row in rows.OrderByDescending(report.Fails).ThenByDescending(row => row.Change.Criticality))
        {
            var advice = row.Change.Advice is { } text ? "\n" + text : string.Empty;
            table.AddRow(
                new Markup($"[{Colour(row)}]{Word(row)}[/]\n{Markup.Escape(row.Change.Code)}"),
                new Text(PlainText.Lines(row.Change.Message + advice)),
                new Text(PlainText.Lines(Places(row))));
        }

        return table;
    }

    private static string Colour(Drifted row) => row.Change.Criticality switch
    {
        ChangeCriticality.Breaking => "red",
        ChangeCriticality.Dangerous => "yellow",
        _ => "green",
    };

    private static string Word(Drifted row) => row.Change.Criticality.ToString().ToLowerInvariant();

    private static string Places(Drifted row)
    {
        var places = row.Impact.Affected.Select(use => $"{use.Operation ?? use.Fragment ?? "anonymous"}  {use.Location.Source.Path}:{use.Location.Position.Line}:{use.Location.Position.Column}").Distinct(StringComparer.Ordinal).ToArray();
        var shown = string.Join('\n', places.Take(MostPlaces));
        return places.Length switch
        {
            0 => "nothing of yours",
            > MostPlaces => string.Create(CultureInfo.InvariantCulture, $"{shown}\nand {places.Length - MostPlaces} more"),
            _ => shown,
        };
    }
}
