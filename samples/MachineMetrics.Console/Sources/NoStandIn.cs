namespace ShopFloor.Sources;

/// <summary>A native build leaves the server out: it finds its resolvers by reflection, which trimming would break.</summary>
internal static class StandIn
{
    public static Task<Source> StartAsync(CancellationToken cancellationToken) =>
        throw new IOException("This build has no stand-in server. Start samples/MachineMetrics.Server and pass its address with --endpoint.");
}
