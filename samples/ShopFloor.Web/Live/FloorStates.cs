using MachineMetrics;

namespace ShopFloor.Web.Live;

/// <summary>How this program stands with the API's subscription.</summary>
public enum Link
{
    Connecting,
    Live,
    Lost,
}

/// <summary>What all machines execute, as far as is known.</summary>
/// <param name="Link">Whether changes come.</param>
/// <param name="At">When the last change came; null before the first.</param>
/// <param name="States">The state of each machine, by its <c>machineRef</c>.</param>
public sealed record FloorStates(Link Link, DateTimeOffset? At, IReadOnlyDictionary<int, IStateBadge> States)
{
    public static readonly FloorStates Unknown = new(Link.Connecting, null, new Dictionary<int, IStateBadge>());
}
