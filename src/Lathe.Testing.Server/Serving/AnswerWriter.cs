using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Lathe.Testing.Serving;

/// <summary>
/// Writes an answer over HTTP in the form that the client accepts: one response, an event stream, or parts; compressed when asked for.
/// </summary>
internal static class AnswerWriter
{
    private const string Boundary = "graphql-part";

    public static async Task WriteAsync(HttpContext context, ServerAnswer answer, IReadOnlyList<string> encodings)
    {
        var accept = context.Request.Headers.Accept.ToString();
        var isStream = answer.Status == 200 && accept.Contains("text/event-stream", StringComparison.OrdinalIgnoreCase);
        if (isStream)
            await WriteAsync(context, answer, "text/event-stream", EventsAsync(answer, context.RequestAborted), encodings);
        else if (answer.IsSeveral)
            await WriteAsync(context, answer, $"multipart/mixed; boundary=\"{Boundary}\"", PartsAsync(answer, context.RequestAborted), encodings);
        else
            await WriteOneAsync(context, answer, encodings);
        if (answer.Breaks)
            context.Abort();
    }

    // Headers come at once, whenever the first event does.
    private static async Task WriteAsync(
        HttpContext context, ServerAnswer answer, string contentType, IAsyncEnumerable<string> texts, IReadOnlyList<string> encodings)
    {
        var compressor = Begin(context, answer, contentType, encodings);
        await context.Response.StartAsync(context.RequestAborted);
        var body = compressor ?? context.Response.Body;
        await foreach (var text in texts)
        {
            await body.WriteAsync(Encoding.UTF8.GetBytes(text), context.RequestAborted);
            await body.FlushAsync(context.RequestAborted);
        }

        if (compressor is not null)
            await compressor.DisposeAsync();
    }

    private static async Task WriteOneAsync(HttpContext context, ServerAnswer answer, IReadOnlyList<string> encodings)
    {
        var text = "";
        await foreach (var payload in answer.ReadAsync(context.RequestAborted))
            text = payload;
        var isJson = text.StartsWith('{') || answer.Breaks;
        var compressor = Begin(context, answer, isJson ? "application/graphql-response+json" : "text/plain", encodings);
        var body = compressor ?? context.Response.Body;
        // A connection that breaks at once has no headers either.
        if (text.Length == 0 && answer.Breaks)
            return;
        await body.WriteAsync(Encoding.UTF8.GetBytes(text), context.RequestAborted);
        await body.FlushAsync(context.RequestAborted);
        if (compressor is not null)
            await compressor.DisposeAsync();
    }

    private static Stream? Begin(HttpContext context, ServerAnswer answer, string contentType, IReadOnlyList<string> encodings)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        response.ContentType = contentType;
        if (answer.RetryAfter is { } wait)
            response.Headers.RetryAfter = wait;
        if (answer.Challenge is { } challenge)
            response.Headers.WWWAuthenticate = challenge;
        return answer.Breaks ? null : Compressor.Of(context, encodings);
    }

    private static async IAsyncEnumerable<string> EventsAsync(ServerAnswer answer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var payload in answer.ReadAsync(cancellationToken))
            yield return $"event: next\ndata: {payload.ReplaceLineEndings(" ")}{(answer.Breaks ? "" : "\n\n")}";
        if (!answer.Breaks)
            yield return "event: complete\ndata:\n\n";
    }

    private static async IAsyncEnumerable<string> PartsAsync(ServerAnswer answer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var payload in answer.ReadAsync(cancellationToken))
            yield return $"\r\n--{Boundary}\r\nContent-Type: application/json; charset=utf-8\r\n\r\n{payload}";
        yield return $"\r\n--{Boundary}--\r\n";
    }
}
