using Spectre.Console;
using Spectre.Console.Rendering;

namespace ShopFloor.Report;

/// <summary>What was worked on since midnight, by kind.</summary>
internal static class ActivitiesSection
{
    public static IRenderable Render(Floor floor)
    {
        var table = Layout.Table("Activity", ">Begun", ">Still open");
        foreach (var kind in floor.Activities)
            table.AddRow(Layout.Plain(kind.Kind), Layout.Plain(Layout.Number($"{kind.Begun}")), Layout.Plain(Layout.Number($"{kind.Open}")));
        return Layout.Section("Activities since midnight", table);
    }
}
