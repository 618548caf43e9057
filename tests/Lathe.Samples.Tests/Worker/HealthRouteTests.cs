using System.Diagnostics;
using System.Net;
using MachineMetrics.Server.Hosting;
using ShopFloor.Worker.Reports;

namespace Lathe.Samples.Tests.Worker;

/// <summary>The worker as a process, and what it answers to whoever asks for its health.</summary>
public sealed class HealthRouteTests : IDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly string folder = Directory.CreateTempSubdirectory("lathe-worker-").FullName;
    private readonly HttpClient http = new();
    private Process? process;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AWorkerThatWritesItsReportIsHealthy()
    {
        var health = await StartAsync();
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await UntilAsync(health, "Healthy"));
        Assert.Single(Directory.EnumerateFiles(folder, "shift-*.csv"));
    }

    [Fact]
    public async Task AReportThatIsLateIsAServiceThatIsNotAvailable()
    {
        await using var server = await ShopServer.StartAsync(cancellationToken: Stop);
        var health = await StartAsync(
            $"--MachineMetrics:Endpoint={server.Endpoint}", "--MachineMetrics:ApiKey=rejected", "--ShiftReport:LateAfter=00:00:00");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), await UntilAsync(health, "Unhealthy"));
        Assert.Empty(Directory.EnumerateFiles(folder));
    }

    public void Dispose()
    {
        process?.Kill(entireProcessTree: true);
        process?.WaitForExit();
        process?.Dispose();
        http.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<Uri> StartAsync(params string[] settings)
    {
        process = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(ShiftReportOptions).Assembly.Location, "--urls", "http://127.0.0.1:0", $"--ShiftReport:Folder={folder}", .. settings])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        })!;
        while (await process.StandardOutput.ReadLineAsync(Stop) is { } line)
        {
            if (line.IndexOf(Listening, StringComparison.Ordinal) is not (var at and >= 0))
                continue;
            // Nobody reads further, and a full pipe would stop the worker.
            _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            return new Uri(new Uri(line[(at + Listening.Length)..]), "/health");
        }

        throw new InvalidOperationException("The worker did not start.");
    }

    // Before the job has read or failed, the answer is "Degraded".
    private async Task<(HttpStatusCode Status, string Text)> UntilAsync(Uri health, string wanted)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        while (true)
        {
            using var response = await http.GetAsync(health, patience.Token);
            var text = await response.Content.ReadAsStringAsync(patience.Token);
            if (text == wanted)
                return (response.StatusCode, text);
            Assert.Equal((HttpStatusCode.OK, "Degraded"), (response.StatusCode, text));
            await Task.Delay(50, patience.Token);
        }
    }
}
