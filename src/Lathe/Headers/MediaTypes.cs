using System.Net.Http.Headers;

namespace Lathe.Headers;

/// <summary>The media types of GraphQL over HTTP (section 4).</summary>
internal static class MediaTypes
{
    public const string Accept = "application/graphql-response+json, application/json;q=0.9";

    /// <summary>For subscriptions: nothing beside it, since graphql-sse compares the whole header.</summary>
    public const string AcceptStream = EventStream;

    /// <summary>For subscriptions at a server that takes no <see cref="AcceptStream"/>: the protocol of Apollo Router.</summary>
    public const string AcceptEventParts = "multipart/mixed;subscriptionSpec=1.0, application/json;q=0.9";

    /// <summary>
    /// For an operation with <c>@defer</c> or <c>@stream</c>: the current format of parts, then the older one, then any, then an answer in one piece.
    /// </summary>
    public const string AcceptParts = "multipart/mixed;incrementalSpec=v0.2, multipart/mixed;deferSpec=20220824;q=0.95, multipart/mixed;q=0.9, "
        + "application/graphql-response+json;q=0.8, application/json;q=0.7";

    public const string Response = "application/graphql-response+json";
    public const string Json = "application/json";
    public const string EventStream = "text/event-stream";
    public const string Multipart = "multipart/mixed";

    /// <summary>Gets an answer's Content-Type as it was sent; null when it has none.</summary>
    public static string? Of(HttpResponseMessage response) =>
        response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var values) ? values.ToString() : null;

    /// <summary>Takes the parameters off.</summary>
    public static string? Name(string? contentType)
    {
        var end = contentType?.IndexOf(';', StringComparison.Ordinal) ?? -1;
        return end < 0 ? contentType?.Trim() : contentType![..end].Trim();
    }

    public static bool Is(string? contentType, string name) =>
        contentType is not null
        && contentType.StartsWith(name, StringComparison.OrdinalIgnoreCase)
        && (contentType.Length == name.Length || contentType[name.Length] is ';' or ' ');

    /// <summary>Gets what separates the parts of a <c>multipart/mixed</c> answer; a hyphen when it does not say.</summary>
    public static string Boundary(string? contentType)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type))
            return "-";
        var boundary = type.Parameters.FirstOrDefault(
            static parameter => parameter.Name.Equals("boundary", StringComparison.OrdinalIgnoreCase))?.Value?.Trim('"');
        return string.IsNullOrEmpty(boundary) ? "-" : boundary;
    }

    /// <summary>Gets whether the text is in an encoding that JSON can't have (RFC 8259, section 8.1).</summary>
    public static bool HasForeignCharset(string? contentType)
    {
        var at = contentType?.IndexOf("charset=", StringComparison.OrdinalIgnoreCase) ?? -1;
        if (at < 0)
            return false;
        var charset = contentType.AsSpan(at + "charset=".Length).Trim('"');
        return !charset.StartsWith("utf-8", StringComparison.OrdinalIgnoreCase)
            && !charset.StartsWith("utf8", StringComparison.OrdinalIgnoreCase)
            && !charset.StartsWith("us-ascii", StringComparison.OrdinalIgnoreCase);
    }
}
