using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using static Lathe.Tests.WebSockets.SocketClient;

namespace Lathe.Tests.WebSockets;

public sealed class SocketWaitTests
{
    [Fact]
    public async Task WaitsBetweenAttemptsDoubleUpToABoundAndAreRandom()
    {
        await using var server = await SocketServer.StartAsync(async socket =>
        {
            await socket.StartAsync();
            await socket.CloseAsync(1012, "later");
            await socket.DrainAsync();
        });
        var time = new ImpatientTime();
        await using var client = Create(
            server,
            sockets: options =>
                (options.MaxReconnects, options.ReconnectDelay, options.MaxReconnectDelay) = (
                    8, TimeSpan.FromSeconds(100), TimeSpan.FromSeconds(700)),
            services: services => services.AddSingleton<TimeProvider>(time));
        await Assert.ThrowsAsync<GraphQLWebSocketException>(() => CountsAsync(client));
        var waits = time.Waits.Select(wait => wait.TotalSeconds).ToList();
        double[] longest = [100, 200, 400, 700, 700, 700, 700, 700];
        Assert.Equal(longest.Length, waits.Count);
        Assert.All(longest.Zip(waits), pair => Assert.InRange(pair.Second, pair.First / 2, pair.First));
        Assert.Equal(waits.Count, waits.Distinct().Count());
    }

    /// <summary>Lets nobody wait for long, and notes how long it would have been.</summary>
    private sealed class ImpatientTime : TimeProvider
    {
        // Only waits between attempts are as long.
        private static readonly TimeSpan s_long = TimeSpan.FromSeconds(49);

        public ConcurrentQueue<TimeSpan> Waits { get; } = new();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime < s_long)
                return base.CreateTimer(callback, state, dueTime, period);
            Waits.Enqueue(dueTime);
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
