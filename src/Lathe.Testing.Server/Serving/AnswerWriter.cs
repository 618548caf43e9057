using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Lathe.Testing.Serving;

/// <summary>
/// Writes an answer over HTTP in the form that the client accepts: one response, an event stream, or parts; compressed when asked for.
/// </summary>
internal static class AnswerWriter
{
    private const string Boundary = "graphql-part";

    public static async Task WriteAsync(HttpContext context, ServerAnswer answer, bool compresses)
    {
        var response = context.Response;
        var accept = context.Request.Headers.Accept.ToString();
        response.StatusCode = answer.Status;
        if (answer.RetryAfter is { } wait)
            response.Headers.RetryAfter = wait;
        if (answer.Challenge is { } challenge)
            response.Headers.WWWAuthenticate = challenge;
        var isStream = accept.Contains("text/event-stream", StringComparison.OrdinalIgnoreCase) && answer.Status == 200;
        var isParts = !isStream && answer.Payloads.Count > 1;
        response.ContentType = isStream ? "text/event-stream"
            : isParts ? $"multipart/mixed; boundary=\"{Boundary}\""
            : answer.Payloads is [['{', ..]] || answer.Breaks ? "application/graphql-response+json"
            : "text/plain";
        var texts = isStream ? Events(answer) : isParts ? Parts(answer) : answer.Payloads;
        var compressor = Compressor(context, compresses && !answer.Breaks);
        await WriteAsync(compressor ?? response.Body, texts, context.RequestAborted);
        if (compressor is not null)
            await compressor.DisposeAsync();
        if (answer.Breaks)
            context.Abort();
    }

    private static async Task WriteAsync(Stream body, IEnumerable<string> texts, CancellationToken cancellationToken)
    {
        foreach (var text in texts)
        {
            await body.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
            await body.FlushAsync(cancellationToken);
        }
    }

    private static IEnumerable<string> Events(ServerAnswer answer) => answer.Payloads
        .Select(static payload => $"event: next\ndata: {payload.ReplaceLineEndings(" ")}\n\n")
        .Concat(answer.Breaks ? [] : ["event: complete\ndata:\n\n"]);

    private static IEnumerable<string> Parts(ServerAnswer answer) => answer.Payloads
        .Select(static payload => $"\r\n--{Boundary}\r\nContent-Type: application/json; charset=utf-8\r\n\r\n{payload}")
        .Append($"\r\n--{Boundary}--\r\n");

    private static Stream? Compressor(HttpContext context, bool compresses)
    {
        var accepted = compresses ? context.Request.Headers.AcceptEncoding.ToString() : "";
        var encoding = accepted.Contains("br", StringComparison.OrdinalIgnoreCase) ? "br"
            : accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? "gzip"
            : null;
        if (encoding is null)
            return null;
        context.Response.Headers.ContentEncoding = encoding;
        return encoding == "br"
            ? new BrotliStream(context.Response.Body, CompressionLevel.Fastest, leaveOpen: true)
            : new GZipStream(context.Response.Body, CompressionLevel.Fastest, leaveOpen: true);
    }
}
