using MachineMetrics.Server.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using ShopFloor.Worker;
using ShopFloor.Worker.Reports;

namespace Lathe.Samples.Tests.Worker;

/// <summary>The worker's services over a stand-in API, with a folder and a clock of its own.</summary>
internal sealed class WorkerFixture : IAsyncDisposable
{
    private readonly IHost host;

    private WorkerFixture(ShopServer server, IHost host, FakeTimeProvider time, string folder) =>
        (Server, this.host, Time, Folder) = (server, host, time, folder);

    public ShopServer Server { get; }

    public FakeTimeProvider Time { get; }

    public string Folder { get; }

    public ShiftReportReader Reader => host.Services.GetRequiredService<ShiftReportReader>();

    /// <param name="options">The server's options; null for the usual ones.</param>
    /// <param name="now">The worker's time; null for that of the system.</param>
    public static async Task<WorkerFixture> StartAsync(ShopServerOptions? options = null, DateTimeOffset? now = null)
    {
        var server = await ShopServer.StartAsync(options, TestContext.Current.CancellationToken);
        var folder = Directory.CreateTempSubdirectory("lathe-worker-").FullName;
        var time = new FakeTimeProvider(now ?? DateTimeOffset.UtcNow);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(
        [
            new(ApiSource.KeyName, server.Key.Secret),
            new("ShiftReport:Folder", folder),
            new("ShiftReport:At", "06:30"),
            new("ShiftReport:PageSize", "10"),
        ]);
        if (now is not null)
            builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddShiftReports(server.Endpoint);
        return new WorkerFixture(server, builder.Build(), time, folder);
    }

    public Task RunAsync() => host.StartAsync(TestContext.Current.CancellationToken);

    public async Task<HealthStatus> HealthAsync() =>
        (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken)).Status;

    /// <summary>Waits until something has come about. While it does not, the worker's time goes on by a step now and then.</summary>
    public async Task UntilAsync(Func<Task<bool>> isSo, TimeSpan step = default)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        for (var looks = 1; !await isSo(); looks++)
        {
            await Task.Delay(20, patience.Token);
            // Not at each look: a request that is on its way must not run out of time.
            if (looks % 100 == 0)
                Time.Advance(step);
        }
    }

    public string[] Files() => [.. Directory.EnumerateFiles(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(CancellationToken.None);
        host.Dispose();
        await Server.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
