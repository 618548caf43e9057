using MachineMetrics.Server.Hosting;

namespace ShopFloor.Sources;

/// <summary>The stand-in server within this process, on a free port and with a key of its own.</summary>
internal static class StandIn
{
    public static async Task<Source> StartAsync(CancellationToken cancellationToken)
    {
        var server = await ShopServer.StartAsync(cancellationToken: cancellationToken);
        return new Source($"{server.Shop.Company.Name}, a stand-in", server.Endpoint, server.Key.Secret, new StoppedClock(server.Shop.Now), server);
    }

    /// <summary>The invented shop stands still, so that each report of it is the same.</summary>
    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
