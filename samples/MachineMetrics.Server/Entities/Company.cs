namespace MachineMetrics.Server.Entities;

/// <summary>The tenant that a key belongs to.</summary>
public sealed class Company
{
    public required int CompanyRef { get; init; }
    public required Guid CompanyId { get; init; }
    public required string Name { get; init; }
    public string Timezone => "Etc/UTC";
    public List<Location> Locations { get; } = [];
    public List<Machine> Machines { get; } = [];
    public List<Operator> Operators { get; } = [];
}

/// <summary>A site.</summary>
public sealed class Location
{
    public required int LocationRef { get; init; }
    public required string Name { get; init; }
    public required Company Company { get; init => (field = value).Locations.Add(this); }
    public string? Timezone => Company.Timezone;
    public List<Machine> Machines { get; } = [];
}

/// <summary>What forwards the data of some machines.</summary>
public sealed class EdgeDevice
{
    public required int EdgeDeviceRef { get; init; }
    public required string Name { get; init; }
    public string? Version { get; init; }
    public DateTimeOffset? LastSeenAt { get; init; }
    public List<Machine> Machines { get; } = [];
}
