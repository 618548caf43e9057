using System.Text.Json;
using MachineMetrics.Server.Entities;
using MachineMetrics.Server.Hosting;

namespace MachineMetrics.Server.Reports;

/// <summary>Answers POST /reports/production.</summary>
internal static class ProductionEndpoint
{
    public static async Task AnswerAsync(HttpContext context, Shop shop)
    {
        using var body = await ReadAsync(context);
        if (body is null || body.RootElement.ValueKind != JsonValueKind.Object)
        {
            await ErrorAnswer.WriteAsync(context, 400, ErrorAnswer.NotJson);
            return;
        }

        var (request, errors) = RequestReader.Read(body.RootElement);
        if (request is null)
            await ErrorAnswer.WriteAsync(context, 400, new ErrorAnswer("Validation Error", "ValidationError", errors));
        else
            await WriteAsync(context, shop, request);
    }

    private static async Task<JsonDocument?> ReadAsync(HttpContext context)
    {
        try
        {
            return context.Request.HasJsonContentType()
                ? await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Task WriteAsync(HttpContext context, Shop shop, ReportRequest request)
    {
        if (!request.Csv)
            return context.Response.WriteAsJsonAsync(ProductionReport.Make(shop, request), context.RequestAborted);
        context.Response.ContentType = "text/csv; charset=utf-8";
        var report = ProductionReport.Make(shop, request with { Flatten = true });
        return context.Response.WriteAsync(Csv.Write(report["items"]!.AsArray()), context.RequestAborted);
    }
}
