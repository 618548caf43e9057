using Spectre.Console;
using Spectre.Console.Rendering;

namespace ShopFloor.Report;

/// <summary>Machines that stand, the longest first, with the reason if anybody gave one.</summary>
internal static class DowntimeSection
{
    public static IRenderable Render(Floor floor)
    {
        var table = Layout.Table("Machine", ">Down for", "Reason", "Alarm");
        foreach (var stop in floor.Stops)
        {
            table.AddRow(
                Layout.Plain(stop.Machine),
                Layout.Since(floor.Now, stop.Since),
                stop.Reason is null ? Layout.Colored("not given", Color.Yellow) : Layout.Plain(stop.Reason),
                Layout.Plain(stop.Alarms));
        }

        return Layout.Section($"Open downtime: {floor.Stops.Count}", table);
    }
}
