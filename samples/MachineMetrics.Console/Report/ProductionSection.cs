using Spectre.Console;
using Spectre.Console.Rendering;
using MachineMetrics.Rest;

namespace ShopFloor.Report;

/// <summary>Yesterday's production, read through the REST client.</summary>
internal static class ProductionSection
{
    public static IRenderable Render(Floor floor)
    {
        var table = Layout.Table("Machine", ">Parts", ">Rejected", ">Utilization", ">OEE");
        foreach (var row in floor.Production.Report.Items)
            Add(table, row.Machine, row);
        table.AddEmptyRow();
        Add(table, "All machines", floor.Production.Report.Aggregate);
        return Layout.Section(Layout.Number($"Production of {floor.Production.Day:yyyy-MM-dd}"), table);
    }

    private static void Add(Table table, string? name, ProductionRow row) => table.AddRow(
        Layout.Plain(name),
        Layout.Plain(row.TotalParts is { } total ? Layout.Number($"{total}") : null),
        Layout.Plain(row.RejectedParts is { } rejected ? Layout.Number($"{rejected}") : null),
        Layout.Percent(row.UtilizationRate),
        Layout.Percent(row.Oee));
}
