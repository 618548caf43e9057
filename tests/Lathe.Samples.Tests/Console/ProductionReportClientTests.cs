using System.Net;
using System.Text;
using MachineMetrics.Server.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ShopFloor;
using MachineMetrics.Rest;
using ShopFloor.Sources;

namespace Lathe.Samples.Tests.Console;

public sealed class ProductionReportClientTests
{
    private static readonly ProductionQuery s_yesterday = new()
    {
        StartDay = new DateOnly(2026, 3, 2),
        EndDay = new DateOnly(2026, 3, 2),
        Data = [new("totalParts"), new("utilizationRate")],
        GroupBy = [new("machine")],
    };

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task RowsAreThoseOfTheShop()
    {
        await using var server = await ShopServer.StartAsync(cancellationToken: stop);
        var report = await RunAsync(server, s_yesterday);
        var day = server.Shop.Today.AddDays(-1);
        Assert.Equal(
            server.Shop.Machines.Where(machine => machine.DecommissionedAt is null)
                .Select(machine => (machine.Name, machine.PartCounts.Count(count => count.CountedAt >= day && count.CountedAt < day.AddDays(1)))),
            report.Items.Select(row => (row.Machine!, row.TotalParts!.Value)));
        Assert.Equal(report.Items.Sum(row => row.TotalParts), report.Aggregate.TotalParts);
        Assert.All(report.Items, row => Assert.InRange(row.UtilizationRate!.Value, 0, 1));
        Assert.Null(report.Aggregate.Oee);
    }

    [Fact]
    public async Task RefusalNamesEachField()
    {
        await using var server = await ShopServer.StartAsync(cancellationToken: stop);
        var fault = await Assert.ThrowsAsync<ProductionReportException>(() => RunAsync(
            server, s_yesterday with { StartDay = new DateOnly(2026, 3, 5), Data = [new("abc")] }));
        Assert.Equal(HttpStatusCode.BadRequest, fault.Status);
        Assert.Equal(
            "The production report was refused (400): Validation Error; endDay: startDay must not be after endDay; data: Metric 'abc' is not valid",
            fault.Message);
    }

    [Theory]
    [InlineData(200, "")]
    [InlineData(200, "null")]
    [InlineData(200, "<html>")]
    [InlineData(502, "<html>Bad gateway</html>")]
    public async Task AnswerThatIsNoReportIsExplained(int status, string body)
    {
        await using var server = await ShopServer.StartAsync(
            new ShopServerOptions
            {
                Intercept = async context =>
                {
                    context.Response.StatusCode = status;
                    context.Response.ContentType = "application/json";
                    await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body));
                    return true;
                },
            },
            stop);
        var fault = await Assert.ThrowsAsync<ProductionReportException>(() => RunAsync(server, s_yesterday));
        Assert.Equal((HttpStatusCode)status, fault.Status);
        Assert.Contains("production report", fault.Message, StringComparison.Ordinal);
    }

    private async Task<ProductionReport> RunAsync(ShopServer server, ProductionQuery query)
    {
        await using var source = Source.Live(server.Endpoint, server.Key.Secret);
        using var host = Services.Build(source);
        return await host.Services.GetRequiredService<ProductionReportClient>().RunAsync(query, stop);
    }
}
