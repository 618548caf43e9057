using MachineMetrics.Server.Entities;

namespace MachineMetrics.Server.Seed;

/// <summary>Who works in the shop: half of them from 06:00 to 14:00, the others from 14:00 to 22:00.</summary>
internal static class People
{
    private static readonly string[] s_names =
        ["Ada Moreno", "Ben Okafor", "Chi Tanaka", "Dana Weiss", "Emil Novak", "Fay Lindqvist", "Gus Romero", "Hana Patel"];

    public static void Add(Shop shop)
    {
        foreach (var (at, name) in s_names.Index())
        {
            _ = new Operator
            {
                OperatorRef = shop.Company.CompanyRef * 1000 + at,
                Name = name,
                Company = shop.Company,
                BadgeId = $"B{1040 + at * 3}",
                ErpEmployeeId = $"EMP-{220 + at}",
                ArchivedAt = at == s_names.Length - 1 ? shop.Today.AddDays(-12) : null,
            };
        }
    }

    /// <summary>Gets who runs a machine in a shift, or null when nobody does.</summary>
    public static Operator? At(Shop shop, Machine machine, Shift shift)
    {
        var crew = shop.Operators.Where(person => person.ArchivedAt is null).Where((_, at) => at % 2 == shift.Number - 1).ToList();
        return machine.MachineRef % 5 == 0 ? null : crew[(machine.MachineRef / 2 + shift.StartAt.Day) % crew.Count];
    }
}
