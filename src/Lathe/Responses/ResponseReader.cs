using Lathe.Secrets;

namespace Lathe.Responses;

/// <summary>Turns a response that is whole in memory into a result or a typed exception (GraphQL over HTTP, section 6).</summary>
internal sealed class ResponseReader(GraphQLClientOptions options, HttpFailureReader failures)
{
    /// <summary>Reads one response.</summary>
    /// <param name="operation">What was asked for.</param>
    /// <param name="what">The operation, for messages.</param>
    /// <param name="sent">The key that was sent; it is taken out of what the server says.</param>
    /// <param name="response">The answer that the response came in.</param>
    /// <param name="body">The response. Nothing of it is kept.</param>
    public GraphQLResult<TData> Read<TData>(
        GraphQLOperation<TData> operation, string what, BearerToken? sent, HttpResponseMessage response, ReadOnlySpan<byte> body)
        where TData : class
    {
        try
        {
            var envelope = ResponseEnvelope<TData>.Read(operation.ReadData, body, options.MaxDepth, sent);
            var errors = envelope.Errors ?? [];
            if (envelope.Data is null && (int)response.StatusCode is 401 or 403 or 429)
                throw failures.Describe(what, sent, response, body, errors);
            return new GraphQLResult<TData>(envelope.Data, errors)
            {
                Extensions = sent is not null && envelope.Extensions is { } extensions ? SecretEraser.Erase(extensions, sent) : envelope.Extensions,
                StatusCode = response.StatusCode,
                Headers = response.Headers,
            };
        }
        catch (GraphQLReadException exception)
        {
            throw failures.Unreadable(what, sent, response, body, exception.Message, exception.Path, exception, exception.IsUnexplainedNull);
        }
        catch (GraphQLResponseException exception)
        {
            throw Unreadable(what, sent, response, body, exception);
        }
    }

    /// <summary>Makes the exception for an answer, or a part of one, that has a fault.</summary>
    public GraphQLTransportException Unreadable(
        string what, BearerToken? sent, HttpResponseMessage response, ReadOnlySpan<byte> body, GraphQLResponseException fault) =>
        failures.Unreadable(what, sent, response, body, fault.Message, fault.Path, fault.InnerException);
}
