using System.Buffers;

namespace Lathe;

/// <summary>Turns an HTTP answer into a result or a typed exception (GraphQL over HTTP, section 6).</summary>
internal sealed class ResponseReader(GraphQLClientOptions options, ArrayPool<byte> pool, TimeProvider time)
{
    private readonly HttpFailureReader _failures = new(options, time);

    /// <summary>Reads an answer.</summary>
    /// <param name="operation">What was asked for.</param>
    /// <param name="what">The operation, for messages.</param>
    /// <param name="sent">The key that was sent; it is taken out of what the server says.</param>
    /// <param name="response">The answer, its body not read.</param>
    /// <param name="observation">Learns the size.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async ValueTask<GraphQLResult<TData>> ReadAsync<TData>(
        GraphQLOperation<TData> operation,
        string what,
        BearerToken? sent,
        HttpResponseMessage response,
        OperationObservation observation,
        CancellationToken cancellationToken)
        where TData : class
    {
        observation.Status = response.StatusCode;
        var contentType = MediaTypes.Of(response);
        if (!IsGraphQL(response, contentType))
            throw await _failures.ReadAsync(what, sent, response, cancellationToken).ConfigureAwait(false);
        RefuseEncodings(what, response, contentType);
        using var body = await ResponseBody.ReadAsync(response.Content, pool, options.MaxResponseSize, what, cancellationToken).ConfigureAwait(false);
        observation.ResponseSize = body.Length;
        return Read(operation, what, sent, response, body.Span);
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
                Extensions = envelope.Extensions,
                StatusCode = response.StatusCode,
                Headers = response.Headers,
            };
        }
        catch (GraphQLReadException exception)
        {
            throw new GraphQLResponseException($"The answer to {what} can't be read. {exception.Message}", exception.Path, exception);
        }
        catch (GraphQLResponseException exception)
        {
            throw new GraphQLResponseException($"The answer to {what} can't be read. {exception.Message}", exception.Path, exception.InnerException);
        }
    }

    // With the older media type a status that is not 2xx may come from a proxy on the way, so its body is not trusted.
    private static bool IsGraphQL(HttpResponseMessage response, string? contentType) =>
        MediaTypes.Is(contentType, MediaTypes.Response)
        || (response.IsSuccessStatusCode && (contentType is null || MediaTypes.Is(contentType, MediaTypes.Json)));

    private static void RefuseEncodings(string what, HttpResponseMessage response, string? contentType)
    {
        if (MediaTypes.HasForeignCharset(contentType))
            throw new GraphQLResponseException($"The answer to {what} is '{contentType}'; JSON is read as UTF-8 only.", null);
        if (response.Content.Headers.NonValidated.TryGetValues("Content-Encoding", out var encoding) && encoding.ToString() is not ("" or "identity"))
        {
            throw new GraphQLResponseException(
                $"The answer to {what} is compressed with '{encoding}', which the HTTP handler did not undo. gzip, deflate and br are undone by the handler that Lathe adds.", null);
        }
    }
}
