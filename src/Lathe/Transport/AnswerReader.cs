using System.Buffers;
using System.Net;
using Lathe.Calls;
using Lathe.Headers;
using Lathe.Incremental;
using Lathe.Responses;
using Lathe.Subscriptions;

namespace Lathe.Transport;

/// <summary>Tells what an HTTP answer is: one response, parts, events, or none of them (GraphQL over HTTP, section 6).</summary>
internal sealed class AnswerReader(GraphQLClientOptions options, ArrayPool<byte> pool, TimeProvider time)
{
    private readonly HttpFailureReader _failures = new(options, time);
    private readonly ResponseReader _responses = new(options, new HttpFailureReader(options, time));

    /// <summary>Reads a whole answer, in one piece or in parts.</summary>
    /// <param name="call">The call.</param>
    /// <param name="sent">The key that was sent; it is taken out of what the server says.</param>
    /// <param name="response">The answer, its body not read.</param>
    public async ValueTask<GraphQLResult<TData>> ReadAsync<TData>(GraphQLCall<TData> call, BearerToken? sent, HttpResponseMessage response)
        where TData : class
    {
        var contentType = MediaTypes.Of(response);
        if (IsInParts(call, response, contentType))
        {
            using var parts = await OpenPartsAsync(call, sent, response, contentType).ConfigureAwait(false);
            return await parts.ReadAllAsync(call.Stop).ConfigureAwait(false);
        }

        var what = call.Operation.Name;
        call.Observation.Status = response.StatusCode;
        if (!IsGraphQL(response, contentType))
            throw await _failures.ReadAsync(what, sent, response, call.Stop).ConfigureAwait(false);
        RefuseEncodings(what, response, contentType);
        using var body = await ResponseBody.ReadAsync(response.Content, pool, options.MaxResponseSize, what, call.Stop).ConfigureAwait(false);
        call.Observation.ResponseSize = body.Length;
        if (call.Operation.Type == GraphQLOperationType.Subscription)
            RefuseData(what, sent, response, body.Span);
        return _responses.Read(call.Operation, what, sent, response, body.Span);
    }

    /// <summary>Opens an answer that may have many results: events, parts, or one piece.</summary>
    /// <param name="call">The call.</param>
    /// <param name="sent">The key that was sent; it is taken out of what the server says.</param>
    /// <param name="response">The answer, its body not read.</param>
    public async ValueTask<IResultSource<TData>> OpenAsync<TData>(GraphQLCall<TData> call, BearerToken? sent, HttpResponseMessage response)
        where TData : class
    {
        var contentType = MediaTypes.Of(response);
        if (call.Operation.Type == GraphQLOperationType.Subscription
            && response.IsSuccessStatusCode
            && MediaTypes.Is(contentType, MediaTypes.Multipart))
            return await OpenEventPartsAsync(call, sent, response, contentType).ConfigureAwait(false);
        if (IsInParts(call, response, contentType))
            return await OpenPartsAsync(call, sent, response, contentType).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode || !MediaTypes.Is(contentType, MediaTypes.EventStream))
            return new SingleResult<TData>(await ReadAsync(call, sent, response).ConfigureAwait(false));
        var stream = await OpenStreamAsync(call, response, contentType).ConfigureAwait(false);
        return new EventResults<TData>(
            new EventStreamReader(stream, pool, options.MaxResponseSize, call.Operation.Name, call.Deadline, options.IdleTimeout),
            call,
            _responses,
            sent,
            response);
    }

    private async ValueTask<EventParts<TData>> OpenEventPartsAsync<TData>(
        GraphQLCall<TData> call, BearerToken? sent, HttpResponseMessage response, string? contentType)
        where TData : class
    {
        var stream = await OpenStreamAsync(call, response, contentType).ConfigureAwait(false);
        var parts = new MultipartReader(stream, MediaTypes.Boundary(contentType), pool, options.MaxResponseSize, call.Operation.Name)
        {
            Events = (call.Deadline, options.IdleTimeout),
        };
        return new EventParts<TData>(parts, call, _responses, sent, response, options.MaxDepth);
    }

    private static bool IsInParts<TData>(GraphQLCall<TData> call, HttpResponseMessage response, string? contentType)
        where TData : class =>
        call.Operation.IsIncremental && response.IsSuccessStatusCode && MediaTypes.Is(contentType, MediaTypes.Multipart);

    private async ValueTask<PartResults<TData>> OpenPartsAsync<TData>(
        GraphQLCall<TData> call, BearerToken? sent, HttpResponseMessage response, string? contentType)
        where TData : class
    {
        var stream = await OpenStreamAsync(call, response, contentType).ConfigureAwait(false);
        var parts = new MultipartReader(stream, MediaTypes.Boundary(contentType), pool, options.MaxResponseSize, call.Operation.Name);
        return new PartResults<TData>(parts, call, _responses, sent, response, options.MaxDepth, pool);
    }

    private static Task<Stream> OpenStreamAsync<TData>(GraphQLCall<TData> call, HttpResponseMessage response, string? contentType)
        where TData : class
    {
        call.Observation.Status = response.StatusCode;
        RefuseEncodings(call.Operation.Name, response, contentType);
        return response.Content.ReadAsStreamAsync(call.Stop);
    }

    // With the older media type a status that is not 2xx may come from a proxy on the way, so its body is not trusted.
    private bool IsGraphQL(HttpResponseMessage response, string? contentType) =>
        response.StatusCode is not (HttpStatusCode.NoContent or HttpStatusCode.ResetContent)
        && (MediaTypes.Is(contentType, MediaTypes.Response)
        || (response.IsSuccessStatusCode && (contentType is null || MediaTypes.Is(contentType, MediaTypes.Json) || IsFurther(contentType))));

    private bool IsFurther(string contentType) =>
        options.FurtherMediaTypes.Count > 0 && options.FurtherMediaTypes.Contains(MediaTypes.Name(contentType)!);

    // Servers without streams execute a subscription as if it were a query, and give null for its field. An error of the request is a result.
    private void RefuseData(string what, BearerToken? sent, HttpResponseMessage response, ReadOnlySpan<byte> body)
    {
        if (response.IsSuccessStatusCode && HttpFailureReader.TryRead(body, options.MaxDepth) is var (hasData, errors)
            && (hasData || errors.Any(static error => error.Path.Count > 0)))
            throw _failures.WithoutStream(what, sent, response, body, HttpFailureReader.Erase(errors, sent));
    }

    private static void RefuseEncodings(string what, HttpResponseMessage response, string? contentType)
    {
        if (MediaTypes.HasForeignCharset(contentType))
            throw new GraphQLResponseException($"The answer to {what} is '{contentType}'; JSON is read as UTF-8 only.", null);
        // A browser undoes the encoding, and leaves the header; graphql-yoga and graphql-sse send "none" on every event stream.
        if (!OperatingSystem.IsBrowser()
            && response.Content.Headers.NonValidated.TryGetValues("Content-Encoding", out var encoding)
            && encoding.ToString() is not ("" or "identity" or "none"))
        {
            throw new GraphQLResponseException(
                $"The answer to {what} is compressed with '{encoding}', which the HTTP handler did not undo. "
                + "gzip, deflate, br and zstd are undone by the handler that Lathe adds.",
                null);
        }
    }
}
