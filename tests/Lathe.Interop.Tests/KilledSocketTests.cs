using Lathe.Interop.Tests.Support;
using Lathe.Tests.Support;
using static Lathe.Interop.Tests.Support.SocketUser;

namespace Lathe.Interop.Tests;

/// <summary>Foreign servers behind a proxy that kills TCP connections at random.</summary>
public sealed class KilledSocketTests(ForeignServers servers)
{
    private const int Kills = 200;
    private const int LastTick = 40;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("graphql-ws-killed")]
    [InlineData("mercurius-ws-killed")]
    public async Task ConnectionsKilledAtRandomLoseNothingBetweenMarksAndLeaveNothing(string server)
    {
        var endpoint = servers.Endpoint(server);
        await using var proxy = CuttingProxy.Start(endpoint, seed: 42, Kills, TimeSpan.FromSeconds(8));
        List<(int N, bool IsResumed)>[] streams;
        var longest = TimeSpan.FromMilliseconds(2);
        await using (var user = Create(proxy.Address, options => (options.MaxReconnects, options.MaxReconnectDelay) = (10_000, longest)))
            streams = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => TicksAsync(user)));

        var seen = await UntilAsync(endpoint, seen => seen.Open == 0 && proxy.Open == 0);
        Assert.Equal((proxy.Accepted - 1, true), (proxy.Killed, proxy.LetsLive));
        Assert.True(proxy.Killed >= Kills / 10, $"Only {proxy.Killed} connections were killed.");
        Assert.True(seen.Opened <= proxy.Accepted, $"{seen.Opened} sockets over {proxy.Accepted} connections.");
        Assert.All(streams, AssertWhole);
    }

    // The server counts from 1 for each subscription; none can come to its end before the proxy lets a connection live.
    private static void AssertWhole(List<(int N, bool IsResumed)> ticks)
    {
        Assert.Equal((1, LastTick), (ticks[0].N, ticks[^1].N));
        Assert.Contains(ticks, static tick => tick.IsResumed);
        for (var index = 1; index < ticks.Count; index++)
            Assert.Equal(ticks[index].IsResumed ? 1 : ticks[index - 1].N + 1, ticks[index].N);
    }

    private static async Task<List<(int N, bool IsResumed)>> TicksAsync(ShopUser user)
    {
        var ticks = new List<(int, bool)>();
        await foreach (var result in user.Client.TicksAsync(n: LastTick, delayMs: 1, cancellationToken: Stop))
            ticks.Add((result.RequireData().Ticks.N, result.IsResumed));
        return ticks;
    }
}
