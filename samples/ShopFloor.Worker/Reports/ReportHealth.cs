using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace ShopFloor.Worker.Reports;

/// <summary>Healthy while the newest due report is written, degraded while it is tried, unhealthy when it is late.</summary>
internal sealed class ReportHealth(ReportStatus status, IOptions<ShiftReportOptions> options, TimeProvider time) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        var due = options.Value.DueDay(now);
        var late = now - options.Value.DueAt(due);
        return Task.FromResult(status switch
        {
            { Written: { } day } when day >= due => HealthCheckResult.Healthy($"The report of {day:yyyy-MM-dd} is written."),
            { Failure: null } => HealthCheckResult.Degraded($"The report of {due:yyyy-MM-dd} is being read."),
            _ when late < options.Value.LateAfter => HealthCheckResult.Degraded($"The report of {due:yyyy-MM-dd} is tried again: {status.Failure}."),
            _ => HealthCheckResult.Unhealthy($"The report of {due:yyyy-MM-dd} is late: {status.Failure}."),
        });
    }
}
