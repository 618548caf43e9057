using Lathe;

namespace Company.Shop;

/// <summary>Looks at the machines once a minute, and says which are down.</summary>
public sealed partial class MachineWatch(IApiClient client, TimeProvider time, ILogger<MachineWatch> logger) : BackgroundService
{
    /// <summary>Looks once.</summary>
    /// <returns>The names of the machines that are down.</returns>
    public async Task<IReadOnlyList<string>> LookAsync(CancellationToken cancellationToken)
    {
        var result = await client.MachinesAsync(limit: 100, cancellationToken);
        return [.. result.RequireData().Machines.Where(machine => machine.State == State.Down).Select(machine => machine.Name)];
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), time);
        do
        {
            try
            {
                foreach (var name in await LookAsync(stoppingToken))
                    LogDown(name);
            }
            catch (GraphQLException exception)
            {
                // The next look may do better.
                LogFailure(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "{Machine} is down")]
    private partial void LogDown(string machine);

    [LoggerMessage(LogLevel.Error, "The machines could not be read")]
    private partial void LogFailure(Exception exception);
}
