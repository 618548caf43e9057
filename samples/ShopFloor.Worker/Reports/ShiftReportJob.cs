using Microsoft.Extensions.Options;

namespace ShopFloor.Worker.Reports;

/// <summary>Writes the report of each day in the morning after it, and at once the last one that is missing.</summary>
internal sealed partial class ShiftReportJob(
    ShiftReportReader reader, ReportStatus status, IOptions<ShiftReportOptions> options, TimeProvider time, ILogger<ShiftReportJob> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var day = options.Value.DueDay(time.GetUtcNow());
            var wait = await TryWriteAsync(day, stoppingToken)
                ? options.Value.DueAt(day.AddDays(1)) - time.GetUtcNow()
                : options.Value.RetryEvery;
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, time, stoppingToken);
        }
    }

    private async Task<bool> TryWriteAsync(DateOnly day, CancellationToken stop)
    {
        try
        {
            if (!File.Exists(ShiftReportFile.PathOf(options.Value.Folder, day)))
                await WriteAsync(day, stop);
            status.Succeeded(day);
            return true;
        }
        catch (Exception fault) when (!stop.IsCancellationRequested)
        {
            // Whatever it was, tomorrow's report must still be tried.
            status.Failed(fault);
            LogFailed(day, fault);
            return false;
        }
    }

    private async Task WriteAsync(DateOnly day, CancellationToken stop)
    {
        var rows = await reader.ReadAsync(day, stop);
        await ShiftReportFile.WriteAsync(options.Value.Folder, day, rows, stop);
        LogWritten(day, rows.Count);
    }

    [LoggerMessage(LogLevel.Information, "The report of {Day} is written: {Rows} lines")]
    private partial void LogWritten(DateOnly day, int rows);

    [LoggerMessage(LogLevel.Error, "The report of {Day} could not be written and is tried again")]
    private partial void LogFailed(DateOnly day, Exception fault);
}
