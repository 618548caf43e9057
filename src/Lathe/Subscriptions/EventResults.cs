using Lathe.Calls;
using Lathe.Responses;

namespace Lathe.Subscriptions;

/// <summary>The results of server-sent events ("distinct connections" of the graphql-sse protocol).</summary>
internal sealed class EventResults<TData>(
    EventStreamReader events,
    GraphQLCall<TData> call,
    ResponseReader responses,
    BearerToken? sent,
    HttpResponseMessage response) : IResultSource<TData>
    where TData : class
{
    public async ValueTask<GraphQLResult<TData>?> ReadAsync(CancellationToken cancellationToken)
    {
        while (await events.ReadAsync(cancellationToken).ConfigureAwait(false) is { } received)
        {
            if (received.Type == "complete")
                return null;
            if (received.Type is not ("next" or "message") || received.Data.IsEmpty)
                continue;
            call.Observation.ResponseSize += received.Data.Length;
            return responses.Read(call.Operation, call.Operation.Name, sent, response, received.Data.Span);
        }

        throw new GraphQLConnectionException(
            $"{call.Operation.Name}: the server ended the stream without saying that it is complete. Subscribe again.", null);
    }

    public void Dispose() => events.Dispose();
}
