using Lathe.Responses;
using Lathe.Secrets;

namespace Lathe.WebSockets;

/// <summary>Turns the payload of a message into a result.</summary>
internal static class SocketResultReader
{
    public static GraphQLResult<TData> Read<TData>(GraphQLOperation<TData> operation, SocketMessage message, BearerToken? sent, int maxDepth)
        where TData : class
    {
        try
        {
            if (message.Type == SocketMessageType.Error)
                return new GraphQLResult<TData>(null, HttpFailureReader.Erase(ErrorReader.ReadErrors(message.Payload, maxDepth), sent));
            var envelope = ResponseEnvelope<TData>.Read(operation.ReadData, message.Payload, maxDepth, sent);
            return new GraphQLResult<TData>(envelope.Data, envelope.Errors)
            {
                Extensions = sent is not null && envelope.Extensions is { } extensions ? SecretEraser.Erase(extensions, sent) : envelope.Extensions,
                IsResumed = message.IsResumed,
            };
        }
        catch (GraphQLReadException exception)
        {
            var said = $"{operation.Name}: {SecretEraser.Erase(exception.Message, sent)}";
            throw exception.IsUnexplainedNull
                ? new GraphQLUnexplainedNullException(said, exception.Path, exception)
                : new GraphQLResponseException(said, exception.Path, exception);
        }
    }

    /// <summary>Returns whether the errors of a message say that the key has expired.</summary>
    public static bool SaysExpired(SocketMessage message, GraphQLClientOptions options)
    {
        try
        {
            return ErrorReader.ReadErrors(message.Payload, options.MaxDepth)
                .Any(error => error.Code is { } code && options.ExpiredTokenCodes.Contains(code));
        }
        catch (GraphQLResponseException)
        {
            // Its reader gets the reason.
            return false;
        }
    }
}
