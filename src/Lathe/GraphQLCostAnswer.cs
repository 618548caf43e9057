using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Lathe;

/// <summary>What a <see cref="IGraphQLCostReader"/> sees of an answer.</summary>
/// <param name="Headers">Its HTTP headers; null when it did not come over HTTP.</param>
/// <param name="Extensions">The response's <c>extensions</c>, a JSON object; null when there are none, or the body was not read.</param>
/// <param name="ReceivedAt">When it came.</param>
public sealed record GraphQLCostAnswer(HttpResponseHeaders? Headers, JsonElement? Extensions, DateTimeOffset ReceivedAt)
{
    /// <summary>Reads a number from a header.</summary>
    /// <param name="name">The header's name.</param>
    /// <returns>Its first value; null when it is absent or no number.</returns>
    public double? Number(string name) => Headers is { } headers
        && headers.NonValidated.TryGetValues(name, out var values)
        && double.TryParse(values.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? number
            : null;
}
