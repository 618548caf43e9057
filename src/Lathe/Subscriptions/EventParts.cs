using System.Text.Json;
using Lathe.Calls;
using Lathe.Incremental;
using Lathe.Responses;

namespace Lathe.Subscriptions;

/// <summary>
/// The results of events that come as parts of one answer (<c>multipart/mixed;subscriptionSpec=1.0</c>, the protocol of Apollo Router).
/// </summary>
internal sealed class EventParts<TData>(
    MultipartReader parts,
    GraphQLCall<TData> call,
    ResponseReader responses,
    BearerToken? sent,
    HttpResponseMessage response,
    int maxDepth) : IResultSource<TData>
    where TData : class
{
    private bool _isOver;

    public async ValueTask<GraphQLResult<TData>?> ReadAsync(CancellationToken cancellationToken)
    {
        while (!_isOver && await parts.ReadAsync(cancellationToken).ConfigureAwait(false) is { } part)
        {
            call.Observation.ResponseSize = (int)Math.Min(parts.Received, int.MaxValue);
            var (start, length) = Find(part.Span, out _isOver);
            if (length > 0)
                return responses.Read(call.Operation, call.Operation.Name, sent, response, part.Span.Slice(start, length));
        }

        return _isOver || parts.IsClosed ? null : throw new GraphQLConnectionException(
            $"{call.Operation.Name}: the server ended the stream without saying that it is complete. Subscribe again.", null);
    }

    public void Dispose() => parts.Dispose();

    // {"payload":{...}} is an event, {} a sign of life, {"payload":null,"errors":[...]} the router's own failure, after which nothing comes;
    // graphql-yoga sends the bare response.
    private (int Start, int Length) Find(ReadOnlySpan<byte> part, out bool isLast)
    {
        var (start, length, isResponse, isRouters) = (0, 0, false, false);
        try
        {
            var reader = new Utf8JsonReader(part, new JsonReaderOptions { MaxDepth = maxDepth + 1 });
            if (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var isPayload = reader.ValueTextEquals("payload"u8);
                    isRouters |= isPayload;
                    isResponse |= reader.ValueTextEquals("errors"u8) || reader.ValueTextEquals("data"u8);
                    reader.Read();
                    var (at, isNull) = ((int)reader.TokenStartIndex, reader.TokenType == JsonTokenType.Null);
                    reader.Skip();
                    if (isPayload && !isNull)
                        (start, length) = (at, (int)reader.BytesConsumed - at);
                }
            }
        }
        catch (JsonException exception)
        {
            throw responses.Unreadable(
                call.Operation.Name, sent, response, part, new GraphQLResponseException("A part is not valid JSON.", null, exception));
        }

        isLast = isRouters && isResponse && length == 0;
        return isResponse && length == 0 ? (0, part.Length) : (start, length);
    }
}
