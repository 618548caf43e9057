using Lathe;
using MachineMetrics;

namespace ShopFloor.Web.Reading;

/// <summary>Reads one machine.</summary>
internal sealed class MachineReader(IMachineMetricsClient client, TimeProvider time)
{
    /// <summary>Reads what there is of a machine.</summary>
    /// <returns>The answer; it has no machine where there is none of that number.</returns>
    public async Task<MachineDetailsQuery.Data> ReadAsync(int machineRef, CancellationToken cancellationToken) =>
        (await client.MachineDetailsAsync(machineRef, cancellationToken)).RequireData();

    /// <summary>Reads the last hours of a machine.</summary>
    public async Task<LastHours> ReadLastAsync(int machineRef, int hours, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var from = now.AddHours(-hours);
        return new LastHours(from, now, (await client.MachineTimelineAsync(machineRef, from, now, cancellationToken)).RequireData());
    }
}

/// <summary>What a machine did, and when that was.</summary>
public sealed record LastHours(DateTimeOffset From, DateTimeOffset To, MachineTimelineQuery.Data Data);
