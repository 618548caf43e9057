using System.Diagnostics;
using System.Diagnostics.Metrics;
using Lathe.Telemetry;

namespace Lathe;

/// <summary>The names of Lathe's activities and metrics, for OpenTelemetry's <c>AddSource</c> and <c>AddMeter</c>.</summary>
public static class LatheTelemetry
{
    /// <summary>The name of the <see cref="ActivitySource"/>: one activity a call, named after the kind of operation.</summary>
    public const string ActivitySourceName = "Lathe";

    /// <summary>The name of the <see cref="Meter"/>.</summary>
    public const string MeterName = "Lathe";

    internal static readonly ActivitySource Source = new(ActivitySourceName);

    internal static readonly Meter Meter = new(MeterName);

    internal static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        TelemetryNames.Duration, "s", "Duration of GraphQL operations, retries and reading included.");

    internal static readonly Histogram<long> RequestSize = Meter.CreateHistogram<long>(
        TelemetryNames.RequestSize, "By", "Size of GraphQL request bodies.");

    internal static readonly Histogram<long> ResponseSize = Meter.CreateHistogram<long>(
        TelemetryNames.ResponseSize, "By", "Size of GraphQL response bodies, decompressed.");

    internal static readonly Counter<long> Errors = Meter.CreateCounter<long>(
        TelemetryNames.Errors, "{error}", "GraphQL errors in responses.");
}
