using Spectre.Console;
using Spectre.Console.Rendering;

namespace ShopFloor.Report;

/// <summary>Each machine with its current state.</summary>
internal static class MachinesSection
{
    public static IRenderable Render(Floor floor)
    {
        var table = Layout.Table("Machine", "Make and model", "State", "Program", "Tool");
        foreach (var machine in floor.Machines)
        {
            table.AddRow(
                Layout.Plain(machine.Name),
                Layout.Plain(machine.Model),
                Layout.Colored(machine.Execution, ColorOf(machine.Execution)),
                Layout.Plain(machine.Program),
                Layout.Plain(machine.Tool));
        }

        return Layout.Section($"Machines: {floor.Machines.Count(machine => machine.IsRunning)} of {floor.Machines.Count} running", table);
    }

    private static Color ColorOf(string? execution) => execution switch
    {
        "ACTIVE" => Color.Green,
        "INTERRUPTED" => Color.Yellow,
        "STOPPED" => Color.Red,
        _ => Color.Grey,
    };
}
