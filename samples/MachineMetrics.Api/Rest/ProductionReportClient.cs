using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace MachineMetrics.Rest;

/// <summary>The API refused the report, or its answer is no report.</summary>
/// <param name="status">The status of the answer.</param>
/// <param name="message">What was refused, and why.</param>
/// <param name="retryAfter">How long the API wants to be left alone, if it says so.</param>
public sealed class ProductionReportException(HttpStatusCode status, string message, TimeSpan? retryAfter = null) : Exception(message)
{
    public HttpStatusCode Status { get; } = status;

    public TimeSpan? RetryAfter { get; } = retryAfter;
}

/// <summary>Reads the production report (POST /reports/production), which GraphQL does not have.</summary>
public sealed class ProductionReportClient(HttpClient http)
{
    /// <exception cref="ProductionReportException">The API refused the request, or its answer is no report.</exception>
    /// <exception cref="HttpRequestException">The API can't be reached.</exception>
    public async Task<ProductionReport> RunAsync(ProductionQuery query, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync("reports/production", query, ProductionJson.Default.ProductionQuery, cancellationToken);
        try
        {
            if (!response.IsSuccessStatusCode)
                throw await RefusedAsync(response, cancellationToken);
            return await response.Content.ReadFromJsonAsync(ProductionJson.Default.ProductionReport, cancellationToken)
                ?? throw new ProductionReportException(response.StatusCode, "The production report is null.");
        }
        catch (JsonException fault)
        {
            throw new ProductionReportException(
                response.StatusCode, $"The production report's answer ({(int)response.StatusCode}) can't be read: {fault.Message}");
        }
    }

    private static async Task<ProductionReportException> RefusedAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var error = await response.Content.ReadFromJsonAsync(ProductionJson.Default.ProductionError, cancellationToken);
        var reasons = error?.Errors?.Select(field => $"{field.Field}: {field.Message}") ?? [];
        var reason = string.Join("; ", [error?.Message ?? "no reason given", .. reasons]);
        return new ProductionReportException(
            response.StatusCode, $"The production report was refused ({(int)response.StatusCode}): {reason}", response.Headers.RetryAfter?.Delta);
    }
}
