using Spectre.Console;
using Spectre.Console.Rendering;

namespace ShopFloor.Report;

/// <summary>Who is signed in at which machine.</summary>
internal static class OperatorsSection
{
    public static IRenderable Render(Floor floor)
    {
        var table = Layout.Table("Operator", "Machines", ">Signed in for");
        foreach (var person in floor.Operators)
            table.AddRow(Layout.Plain(person.Name), Layout.Plain(person.Machines), Layout.Since(floor.Now, person.Since));
        return Layout.Section("Who is at which machine", table);
    }
}
