using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml;
using GraphQL.Types;

namespace MachineMetrics.Server.Schema;

/// <summary>The custom scalars of the schema, by the names that the SDL gives them.</summary>
internal static class Scalars
{
    public static ScalarGraphType[] All() =>
    [
        new TextScalar<DateTimeOffset>(
            "timestamptz", ParseInstant, instant => instant.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture)),
        new TextScalar<Guid>("uuid", text => Guid.TryParseExact(text, "D", out var uuid) ? uuid : null, uuid => uuid.ToString("D")),
        new TextScalar<TimeSpan>("interval", ParseInterval, XmlConvert.ToString),
        new NumberScalar<decimal>("numeric"),
        new NumberScalar<long>("bigint"),
        new JsonScalar("jsonb"),
    ];

    private static DateTimeOffset? ParseInstant(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.RoundtripKind, out var instant)
            ? instant
            : null;

    private static TimeSpan? ParseInterval(string text)
    {
        try
        {
            return XmlConvert.ToTimeSpan(text);
        }
        catch (Exception fault) when (fault is FormatException or OverflowException)
        {
            return null;
        }
    }
}
