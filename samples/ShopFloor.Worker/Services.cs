using MachineMetrics.Rest;
using MachineMetrics.Server.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ShopFloor.Worker.Api;
using ShopFloor.Worker.Reports;

namespace ShopFloor.Worker;

/// <summary>Puts the program together: two clients that send one key, the job, and what is told of its health.</summary>
internal static class Services
{
    public static IServiceCollection AddShiftReports(this IServiceCollection services, Uri endpoint)
    {
        services.AddShiftClient(options => options.Endpoint = endpoint)
            .AddBearerToken(ApiSource.KeyName)
            .AddRateLimiter()
            .AddStandardGraphQLResilience()
            .AddTypeNames();
        // The report reads, though it is a POST: sending it again does no harm.
        services.AddHttpClient<ProductionReportClient>(http => http.BaseAddress = new Uri(endpoint, "/"))
            .AddBearerToken(ApiSource.KeyName)
            .AddStandardResilienceHandler();

        services.AddOptions<ShiftReportOptions>().BindConfiguration("ShiftReport").ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ReportStatus>();
        services.AddSingleton<ShiftReportReader>();
        services.AddHostedService<ShiftReportJob>();
        services.AddHealthChecks().AddCheck<ReportHealth>("shift report");
        return services;
    }
}
