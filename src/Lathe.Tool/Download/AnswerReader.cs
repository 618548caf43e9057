using System.Net;
using System.Text;
using System.Text.Json;
using Lathe.Tool.Hosting;

namespace Lathe.Tool.Download;

/// <summary>Reads what a server answered, and says in words why it is no GraphQL result.</summary>
internal static class AnswerReader
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 128 };

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
            var text = body.AsMemory();
            return JsonDocument.Parse(text.Span.StartsWith(Encoding.UTF8.Preamble) ? text[3..] : text, Options);
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
            HttpStatusCode.Unauthorized when connection.HasToken => $"{connection} answered 401: the key was not accepted. Is it complete, and for this server?",
            HttpStatusCode.Unauthorized => $"{connection} answered 401: it wants a key. Name it with --token-env NAME, --token-file PATH or --token-stdin.",
            HttpStatusCode.Forbidden => $"{connection} answered 403: the key may not read the schema. Give it the scope that reading needs.",
            HttpStatusCode.TooManyRequests => $"{connection} answered 429: too many requests. Try again later.",
            HttpStatusCode.NotFound => $"{connection} answered 404: there is nothing at this address. Check the path, often /graphql.",
            >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest => $"{connection} answered {status} and points to {response.Headers.Location?.ToString() ?? "nowhere"}. The key is not sent on; use that address if you trust it.",
            _ when IsHtml(response, body) => $"{connection} answered {status} with an HTML page, not JSON. Is it the address of the GraphQL endpoint, or is a login page in between?",
            >= HttpStatusCode.InternalServerError => $"{connection} answered {status}: the server failed. Try again later.",
            _ when isJson => $"{connection} answered {status} with JSON that is no GraphQL result. Is it the address of the GraphQL endpoint?",
            _ => $"{connection} answered {status} with something that is not JSON ({response.Content.Headers.ContentType?.MediaType ?? "no content type"}). Is it the address of the GraphQL endpoint?",
        };
    }

    private static bool IsHtml(HttpResponseMessage response, byte[] body) =>
        response.Content.Headers.ContentType?.MediaType == "text/html"
        || Encoding.UTF8.GetString(body, 0, Math.Min(body.Length, 64)).TrimStart('\uFEFF', ' ', '\r', '\n', '\t').StartsWith('<');
}
