using Lathe;
using MachineMetrics;
using Microsoft.Extensions.Options;

namespace ShopFloor.Web.Live;

/// <summary>Follows all machines by one subscription, however many browsers watch.</summary>
internal sealed partial class LiveFloor(
    IMachineMetricsClient client, IOptions<LiveOptions> options, TimeProvider time, ILogger<LiveFloor> logger) : BackgroundService
{
    private volatile FloorStates states = FloorStates.Unknown;

    /// <summary>Is raised after each change, on a thread of the pool.</summary>
    public event Action? Changed;

    public FloorStates States => states;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var failures = 0; !stoppingToken.IsCancellationRequested; failures++)
        {
            try
            {
                await foreach (var result in client.LiveStatesAsync(stoppingToken))
                {
                    var data = result.RequireData();
                    failures = 0;
                    Set(new(Link.Live, time.GetUtcNow(), data.CurrentStates.ToDictionary(state => state.MachineRef, IStateBadge (state) => state)));
                }
            }
            catch (Exception fault) when (fault is GraphQLTransportException or GraphQLException)
            {
                LogLost(fault.Message);
            }

            if (stoppingToken.IsCancellationRequested)
                return;
            Set(states with { Link = Link.Lost });
            await WaitAsync(failures, stoppingToken);
        }
    }

    private void Set(FloorStates next)
    {
        states = next;
        Changed?.Invoke();
    }

    private async Task WaitAsync(int failures, CancellationToken stop)
    {
        var wait = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(failures, 10)));
        await Task.Delay(wait < options.Value.LongestWait ? wait : options.Value.LongestWait, time, stop);
    }

    [LoggerMessage(LogLevel.Warning, "The subscription ended and is opened again: {Reason}")]
    private partial void LogLost(string reason);
}
