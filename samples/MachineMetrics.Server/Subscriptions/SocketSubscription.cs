using GraphQL;
using GraphQL.Transport;
using GraphQLParser.AST;
using MachineMetrics.Server.Entities;
using MachineMetrics.Server.Hosting;

namespace MachineMetrics.Server.Subscriptions;

/// <summary>One operation on a socket: its results go out one after another.</summary>
internal sealed class SocketSubscription(string id, SocketSession session) : IObserver<ExecutionResult>, IDisposable
{
    private IDisposable? events;
    private bool isOver;

    public async Task StartAsync(GraphQLEndpoint graphQL, Shop shop, GraphQLRequest request, CancellationToken stop)
    {
        var result = await graphQL.ExecuteAsync(request, shop, Timeout.InfiniteTimeSpan, stop);
        if (result.Streams is { Count: > 0 } streams)
        {
            events = streams.Values.Single().Subscribe(this);
            if (isOver)
                events.Dispose();
        }
        else if (result.Executed && result.Operation?.Operation != OperationType.Subscription)
        {
            OnNext(result);
            OnCompleted();
        }
        else
        {
            await FailAsync([.. result.Errors ?? []]);
        }
    }

    public Task FailAsync(params ExecutionError[] errors)
    {
        session.Ended(id);
        return session.SendAsync(new OperationMessage { Id = id, Type = "error", Payload = errors });
    }

    public void OnNext(ExecutionResult value)
    {
        if (!isOver)
            session.SendAsync(new OperationMessage { Id = id, Type = "next", Payload = value }).Wait();
    }

    public void OnError(Exception error) => FailAsync(new ExecutionError(error.Message)).Wait();

    public void OnCompleted()
    {
        session.Ended(id);
        session.SendAsync(new OperationMessage { Id = id, Type = "complete" }).Wait();
    }

    public void Dispose()
    {
        isOver = true;
        events?.Dispose();
    }
}
