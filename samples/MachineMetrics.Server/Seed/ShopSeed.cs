using MachineMetrics.Server.Entities;

namespace MachineMetrics.Server.Seed;

/// <summary>Makes shops. The same call makes the same shop, to the last identifier.</summary>
public static class ShopSeed
{
    /// <summary>The instant at which shops stand still.</summary>
    public static readonly DateTimeOffset Now = new(2026, 3, 3, 10, 42, 0, TimeSpan.Zero);

    /// <summary>How many days before today the shops' history begins.</summary>
    public const int DaysOfHistory = 2;

    /// <summary>How many days before today the history of a shop that is open begins.</summary>
    public const int DaysOfOpenShop = 15;

    /// <summary>Gets a job shop of twelve machines, one of them retired.</summary>
    public static Shop Ridgeline() => Make(1, "Ridgeline Precision", MachineProfiles.Ridgeline, 20260303);

    /// <summary>Gets the same job shop with a history up to another instant; it runs through the nights, so that it never looks deserted.</summary>
    public static Shop Ridgeline(DateTimeOffset now) =>
        Make(1, "Ridgeline Precision", MachineProfiles.Ridgeline, 20260303, now.ToUniversalTime(), DaysOfOpenShop, runsAtNight: true);

    /// <summary>Gets another company's shop, which the keys of the first must not see.</summary>
    public static Shop HarborGear() => Make(2, "Harbor Gear Works", MachineProfiles.HarborGear, 77);

    private static Shop Make(int companyRef, string name, MachineProfile[] profiles, ulong seed) =>
        Make(companyRef, name, profiles, seed, Now, DaysOfHistory, runsAtNight: false);

    private static Shop Make(int companyRef, string name, MachineProfile[] profiles, ulong seed, DateTimeOffset now, int days, bool runsAtNight)
    {
        var chance = new Chance(seed);
        var company = new Company { CompanyRef = companyRef, CompanyId = chance.Uuid(), Name = name };
        var since = new DateTimeOffset(now.Date, TimeSpan.Zero).AddDays(-days);
        var shop = new Shop { Now = now, Since = since, RunsAtNight = runsAtNight, Company = company };
        Site.Add(shop, profiles, chance);
        Categories.Add(shop);
        Orders.Add(shop, chance);
        People.Add(shop);
        foreach (var (machine, profile) in company.Machines.Zip(profiles))
        {
            Signals.AddMetrics(machine);
            if (!profile.Retired)
                Timeline.Add(shop, machine, profile, new Chance(seed + (ulong)machine.MachineRef));
        }

        Workflows.Add(shop);
        return shop;
    }
}
