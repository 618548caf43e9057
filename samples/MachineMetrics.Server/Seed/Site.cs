using MachineMetrics.Server.Entities;

namespace MachineMetrics.Server.Seed;

/// <summary>Where the machines stand, and what they hang on.</summary>
internal static class Site
{
    private static readonly string[] s_workCenters = ["Turning", "Milling"];

    public static void Add(Shop shop, MachineProfile[] profiles, Chance chance)
    {
        var location = new Location { LocationRef = 10 + shop.Company.CompanyRef, Name = "Main hall", Company = shop.Company };
        shop.EdgeDevices.Add(new EdgeDevice
        {
            EdgeDeviceRef = 30 + shop.Company.CompanyRef,
            Name = "edge-hall-1",
            Version = "4.12.0",
            LastSeenAt = shop.Now.AddSeconds(-20),
        });
        foreach (var profile in profiles)
            Group(shop, profile.Type, chance).Add(Machine(shop, location, profile, chance));
        foreach (var (at, name) in s_workCenters.Index())
            shop.Resources.Add(Resource(shop, at, name));
    }

    private static MachineGroup Group(Shop shop, string type, Chance chance)
    {
        var name = type.EndsWith("mill", StringComparison.Ordinal) ? "Mills" : type == "Lathe" ? "Lathes" : "Special";
        if (shop.MachineGroups.FirstOrDefault(group => group.Name == name) is { } known)
            return known;
        var group = new MachineGroup { MachineGroupRef = 70 + shop.MachineGroups.Count, MachineGroupId = chance.Uuid(), Name = name };
        shop.MachineGroups.Add(group);
        return group;
    }

    private static Machine Machine(Shop shop, Location location, MachineProfile profile, Chance chance) => new()
    {
        MachineRef = profile.Ref,
        MachineId = chance.Uuid(),
        Name = profile.Name,
        Make = profile.Make,
        Model = profile.Model,
        MachineType = profile.Type,
        SerialNumber = $"SN{chance.Between(100000, 999999)}",
        ErpMachineId = profile.Retired ? null : $"WC-{profile.Ref}",
        UtilizationWarningPercent = profile.Retired ? null : 65,
        UtilizationFailurePercent = profile.Retired ? null : 45,
        CreatedAt = shop.Today.AddDays(-chance.Between(300, 1500)),
        DecommissionedAt = profile.Retired ? shop.Today.AddDays(-40) : null,
        Company = shop.Company,
        Location = location,
        EdgeDevice = profile.Retired ? null : shop.EdgeDevices[0],
    };

    private static Resource Resource(Shop shop, int at, string name) => new()
    {
        ResourceRef = 90 + at,
        ResourceId = name.ToUpperInvariant(),
        Name = name,
        Machines = [.. shop.Machines.Where(machine => machine.MachineType == "Lathe" == (at == 0))],
    };
}
