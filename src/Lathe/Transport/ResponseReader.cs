using System.Buffers;
using System.Net;

namespace Lathe;

/// <summary>Turns an HTTP answer into a result or a typed exception (GraphQL over HTTP, section 6).</summary>
internal sealed class ResponseReader(GraphQLClientOptions options, ArrayPool<byte> pool, TimeProvider time)
{
    private readonly HttpFailureReader _failures = new(options, time);

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
        return Read(call.Operation, what, sent, response, body.Span);
    }

    /// <summary>Opens an answer that may have many results: events, parts, or one piece.</summary>
    /// <param name="call">The call.</param>
    /// <param name="sent">The key that was sent; it is taken out of what the server says.</param>
    /// <param name="response">The answer, its body not read.</param>
    public async ValueTask<IResultSource<TData>> OpenAsync<TData>(GraphQLCall<TData> call, BearerToken? sent, HttpResponseMessage response)
        where TData : class
    {
        var contentType = MediaTypes.Of(response);
        if (IsInParts(call, response, contentType))
            return await OpenPartsAsync(call, sent, response, contentType).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode || !MediaTypes.Is(contentType, MediaTypes.EventStream))
            return new SingleResult<TData>(await ReadAsync(call, sent, response).ConfigureAwait(false));
        call.Observation.Status = response.StatusCode;
        RefuseEncodings(call.Operation.Name, response, contentType);
        var stream = await response.Content.ReadAsStreamAsync(call.Stop).ConfigureAwait(false);
        return new EventResults<TData>(new EventStreamReader(stream, pool, options.MaxResponseSize, call.Operation.Name), call, this, sent, response);
    }

    /// <summary>Reads one response that is whole in memory.</summary>
    public GraphQLResult<TData> Read<TData>(
        GraphQLOperation<TData> operation, string what, BearerToken? sent, HttpResponseMessage response, ReadOnlySpan<byte> body)
        where TData : class
    {
        try
        {
            var envelope = ResponseEnvelope<TData>.Read(operation.ReadData, body, options.MaxDepth);
            var errors = HttpFailureReader.Erase(envelope.Errors ?? [], sent);
            if (envelope.Data is null && (int)response.StatusCode is 401 or 403 or 429)
                throw _failures.Describe(what, sent, response, body, errors);
            return new GraphQLResult<TData>(envelope.Data, errors)
            {
                Extensions = sent is not null && envelope.Extensions is { } extensions ? SecretEraser.Erase(extensions, sent) : envelope.Extensions,
                StatusCode = response.StatusCode,
                Headers = response.Headers,
            };
        }
        catch (GraphQLReadException exception)
        {
            throw _failures.Unreadable(what, sent, response, body, exception.Message, exception.Path, exception);
        }
        catch (GraphQLResponseException exception)
        {
            throw Unreadable(what, sent, response, body, exception);
        }
    }

    /// <summary>Makes the exception for an answer, or a part of one, that has a fault.</summary>
    public GraphQLTransportException Unreadable(
        string what, BearerToken? sent, HttpResponseMessage response, ReadOnlySpan<byte> body, GraphQLResponseException fault) =>
        _failures.Unreadable(what, sent, response, body, fault.Message, fault.Path, fault.InnerException);

    private static bool IsInParts<TData>(GraphQLCall<TData> call, HttpResponseMessage response, string? contentType)
        where TData : class =>
        call.Operation.IsIncremental && response.IsSuccessStatusCode && MediaTypes.Is(contentType, MediaTypes.Multipart);

    private async ValueTask<PartResults<TData>> OpenPartsAsync<TData>(
        GraphQLCall<TData> call, BearerToken? sent, HttpResponseMessage response, string? contentType)
        where TData : class
    {
        var what = call.Operation.Name;
        call.Observation.Status = response.StatusCode;
        RefuseEncodings(what, response, contentType);
        var stream = await response.Content.ReadAsStreamAsync(call.Stop).ConfigureAwait(false);
        var parts = new MultipartReader(stream, MediaTypes.Boundary(contentType), pool, options.MaxResponseSize, what);
        return new PartResults<TData>(parts, call, this, sent, response, options.MaxDepth, pool);
    }

    // With the older media type a status that is not 2xx may come from a proxy on the way, so its body is not trusted.
    private static bool IsGraphQL(HttpResponseMessage response, string? contentType) =>
        response.StatusCode is not (HttpStatusCode.NoContent or HttpStatusCode.ResetContent)
        && (MediaTypes.Is(contentType, MediaTypes.Response)
        || (response.IsSuccessStatusCode && (contentType is null || MediaTypes.Is(contentType, MediaTypes.Json))));

    private static void RefuseEncodings(string what, HttpResponseMessage response, string? contentType)
    {
        if (MediaTypes.HasForeignCharset(contentType))
            throw new GraphQLResponseException($"The answer to {what} is '{contentType}'; JSON is read as UTF-8 only.", null);
        if (response.Content.Headers.NonValidated.TryGetValues("Content-Encoding", out var encoding) && encoding.ToString() is not ("" or "identity"))
        {
            throw new GraphQLResponseException(
                $"The answer to {what} is compressed with '{encoding}', which the HTTP handler did not undo. gzip, deflate, br and zstd are undone by the handler that Lathe adds.", null);
        }
    }
}
