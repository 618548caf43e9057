using System.Globalization;
using ShopFloor.Sources;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ShopFloor.Report;

/// <summary>The report, section by section.</summary>
internal static class ShopFloorReport
{
    public static IRenderable Render(Floor floor, Source source) => new Rows(
        new Markup(string.Create(CultureInfo.InvariantCulture, $"[bold]{Markup.Escape(source.Name)}[/]  {floor.Now:yyyy-MM-dd HH:mm} UTC")),
        MachinesSection.Render(floor),
        DowntimeSection.Render(floor),
        OperatorsSection.Render(floor),
        ActivitiesSection.Render(floor),
        SamplesSection.Render(floor),
        ProductionSection.Render(floor));
}
