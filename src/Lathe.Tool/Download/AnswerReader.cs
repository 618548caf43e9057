using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Lathe.Tool.Hosting;
using Lathe.Tool.Output;

namespace Lathe.Tool.Download;

/// <summary>Reads what a server answered, and says in words why it is no GraphQL result.</summary>
internal static class AnswerReader
{
    private const int LongestExcerpt = 160;
    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = 128 };

    public static JsonDocument Read(Connection connection, HttpResponseMessage response, byte[] body)
    {
        // Servers answer a refused document with 400 and a GraphQL result; that is read as a result.
        var document = Parse(body);
        if (document is not null && IsResult(document) && response.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden))
            return document;
        document?.Dispose();
        throw new ToolException(Explain(connection, response, body, document is not null));
    }

    private static JsonDocument? Parse(byte[] body)
    {
        try
        {
            // Bytes that are no UTF-8 are read as U+FFFD, not refused: they may stand in a description.
            var text = (Utf8.IsValid(body) ? body : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body))).AsMemory();
            return JsonDocument.Parse(text.Span.StartsWith(Encoding.UTF8.Preamble) ? text[3..] : text, s_options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsResult(JsonDocument document) => document.RootElement.ValueKind == JsonValueKind.Object
        && (document.RootElement.TryGetProperty("data", out _) || document.RootElement.TryGetProperty("errors", out _));

    private static string Explain(Connection connection, HttpResponseMessage response, byte[] body, bool isJson)
    {
        var status = (int)response.StatusCode;
        return response.StatusCode switch
        {
            HttpStatusCode.Unauthorized when connection.HasToken =>
                $"{connection} answered 401: the key was not accepted. Is it complete, still valid, and for this server?",
            HttpStatusCode.Unauthorized =>
                $"{connection} answered 401: it wants a key. Name it with --token-env NAME, --token-file PATH or --token-stdin.",
            HttpStatusCode.Forbidden when connection.HasToken =>
                $"{connection} answered 403: the key may not do what was asked. Give it the scope that this needs.",
            HttpStatusCode.Forbidden =>
                $"{connection} answered 403: it lets nobody in without a key. Name one with --token-env NAME, --token-file PATH or --token-stdin.",
            HttpStatusCode.TooManyRequests => $"{connection} answered 429: too many requests. {RetryAfter(response)}",
            HttpStatusCode.NotFound => $"{connection} answered 404: there is nothing at this address. Check the path, often /graphql.",
            >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest =>
                $"{connection} answered {status} and points to {Target(connection, response)}. A key is not sent on; "
                    + "use that address if you trust it.",
            >= HttpStatusCode.InternalServerError => $"{connection} answered {status}: the server failed. {RetryAfter(response)}",
            _ when IsHtml(response, body) =>
                $"{connection} answered {status} with an HTML page, not JSON. "
                    + "Is it the address of the GraphQL endpoint, or is a login page in between?",
            _ when body.Length == 0 => $"{connection} answered {status} with nothing. Is it the address of the GraphQL endpoint?",
            _ when isJson =>
                $"{connection} answered {status} with JSON that is no GraphQL result{Excerpt(connection, body)}. "
                    + "Is it the address of the GraphQL endpoint?",
            _ when body[0] == '{' =>
                $"{connection} answered {status} with JSON that breaks off or is malformed, {body.Length} bytes of it. Try again; "
                    + "a proxy in between may have cut it.",
            _ =>
                $"{connection} answered {status} with something that is not JSON "
                    + $"({response.Content.Headers.ContentType?.MediaType ?? "no content type"}{Excerpt(connection, body)}). "
                    + "Is it the address of the GraphQL endpoint?",
        };
    }

    private static string RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => $"Try again in {delta.TotalSeconds:0} s.",
        { Date: { } date } => $"Try again after {date.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC.",
        _ => "Try again later.",
    };

    // The text behind the path may hold the ticket of a login page.
    private static string Target(Connection connection, HttpResponseMessage response) =>
        response.Headers.Location is { } location && Uri.TryCreate(connection.Endpoint, location, out var target)
            ? target.GetLeftPart(UriPartial.Path)
            : "nowhere";

    private static string Excerpt(Connection connection, byte[] body)
    {
        var text = PlainText.Line(connection.WithoutSecrets(Encoding.UTF8.GetString(body, 0, Math.Min(body.Length, 4 * LongestExcerpt)))).Trim();
        return text.Length switch
        {
            0 => string.Empty,
            > LongestExcerpt => $": {text[..LongestExcerpt]}...",
            _ => $": {text.TrimEnd('.')}",
        };
    }

    private static bool IsHtml(HttpResponseMessage response, byte[] body) =>
        response.Content.Headers.ContentType?.MediaType == "text/html"
        || Encoding.UTF8.GetString(body, 0, Math.Min(body.Length, 64)).TrimStart('\uFEFF', ' ', '\r', '\n', '\t').StartsWith('<');
}
