using Lathe.TestSupport;
using MachineMetrics.Server.Hosting;
using MachineMetrics.Server.Seed;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using ShopFloor.Worker.Reports;

namespace Lathe.Samples.Tests.Worker;

/// <summary>The shift report: what is in it, when it is written, and what is told when it is not.</summary>
public sealed class ShiftReportTests
{
    private static readonly DateOnly s_yesterday = DateOnly.FromDateTime(ShopSeed.Now.UtcDateTime).AddDays(-1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ADayIsAFileUnderEitherNamingOfTheApi(bool hasOtherNames)
    {
        await using var worker = await WorkerFixture.StartAsync(
            new() { Schema = hasOtherNames ? OtherNames.Of(ShopServer.DefaultSchema) : null }, ShopSeed.Now);
        await worker.RunAsync();
        await worker.UntilAsync(() => Task.FromResult(worker.Files() is ["shift-2026-03-02.csv"]));
        var text = await File.ReadAllTextAsync(Path.Combine(worker.Folder, "shift-2026-03-02.csv"), Stop);
        Golden.Match(text, nameof(ShiftReportTests), nameof(ADayIsAFileUnderEitherNamingOfTheApi), "csv");
        Assert.Equal(HealthStatus.Healthy, await worker.HealthAsync());
        // The day's stops fill several pages of ten.
        Assert.InRange(worker.Server.Requests.Count(request => request.OperationName == "Stops"), 3, 20);
    }

    [Fact]
    public async Task EachMorningHasItsFile()
    {
        await using var worker = await WorkerFixture.StartAsync(now: new DateTimeOffset(2026, 3, 3, 6, 0, 0, TimeSpan.Zero));
        await worker.RunAsync();
        await worker.UntilAsync(() => Task.FromResult(worker.Files() is ["shift-2026-03-01.csv"]));
        worker.Time.Advance(TimeSpan.FromMinutes(29));
        Assert.Single(worker.Files());
        worker.Time.Advance(TimeSpan.FromMinutes(1));
        await worker.UntilAsync(() => Task.FromResult(worker.Files() is [_, "shift-2026-03-02.csv"]));
        worker.Time.Advance(TimeSpan.FromDays(1));
        await worker.UntilAsync(() => Task.FromResult(worker.Files() is [_, _, "shift-2026-03-03.csv"]));
    }

    [Fact]
    public async Task ABusyApiIsAskedAgain()
    {
        var refusals = 0;
        await using var worker = await WorkerFixture.StartAsync(new()
        {
            // Each second request is refused: of GraphQL, of its pages, and of REST.
            Intercept = context =>
            {
                var refuses = Interlocked.Increment(ref refusals) % 2 == 1;
                if (refuses)
                    (context.Response.StatusCode, context.Response.Headers.RetryAfter) = (503, "0");
                return Task.FromResult(refuses);
            },
        });
        var rows = await worker.Reader.ReadAsync(s_yesterday, Stop);
        Assert.Equal(33, rows.Count);
        Assert.Contains(worker.Server.Requests, request => request is { Path: "/reports/production", StatusCode: 503 });
    }

    [Fact]
    public async Task AFailureLeavesNoFileIsToldAndIsTriedAgain()
    {
        var isBroken = true;
        await using var worker = await WorkerFixture.StartAsync(
            new()
            {
                Intercept = context =>
                {
                    if (Volatile.Read(ref isBroken))
                        context.Response.StatusCode = 403;
                    return Task.FromResult(Volatile.Read(ref isBroken));
                },
            },
            new DateTimeOffset(2026, 3, 3, 6, 31, 0, TimeSpan.Zero));
        Assert.Equal(HealthStatus.Degraded, await worker.HealthAsync());
        await worker.RunAsync();
        await worker.UntilAsync(() => Task.FromResult(worker.Server.Requests.Count > 0));
        Assert.Equal(HealthStatus.Degraded, await worker.HealthAsync());
        worker.Time.Advance(TimeSpan.FromHours(2));
        await worker.UntilAsync(async () => await worker.HealthAsync() == HealthStatus.Unhealthy);
        Assert.Empty(worker.Files());
        Volatile.Write(ref isBroken, false);
        worker.Time.Advance(TimeSpan.FromMinutes(5));
        await worker.UntilAsync(async () => await worker.HealthAsync() == HealthStatus.Healthy, TimeSpan.FromMinutes(5));
        Assert.Single(worker.Files());
    }

    [Fact]
    public async Task ANameIsNoFormula()
    {
        var folder = Directory.CreateTempSubdirectory("lathe-worker-").FullName;
        var row = new ShiftRow(s_yesterday, "Day", "=cmd|'/c calc'!A0", 1, 0, 50.5m, 3, "a, \"b\"\nc");
        await ShiftReportFile.WriteAsync(folder, s_yesterday, [row], Stop);
        var text = await File.ReadAllTextAsync(ShiftReportFile.PathOf(folder, s_yesterday), Stop);
        Assert.Equal(
            "Day,Shift,Machine,Parts,Rejected,UtilisationPercent,DowntimeMinutes,MainReasonOfDay\n"
            + "2026-03-02,Day,\"'=cmd|'/c calc'!A0\",1,0,50.5,3,\"a, \"\"b\"\"\nc\"\n",
            text);
        Directory.Delete(folder, recursive: true);
    }
}
