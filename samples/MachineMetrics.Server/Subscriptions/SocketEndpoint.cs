using System.Net.WebSockets;
using MachineMetrics.Server.Entities;
using MachineMetrics.Server.Hosting;
using MachineMetrics.Server.Keys;
using MachineMetrics.Server.Limits;

namespace MachineMetrics.Server.Subscriptions;

/// <summary>Answers GET /graphql: opens sockets that speak <c>graphql-transport-ws</c>.</summary>
internal sealed class SocketEndpoint(GraphQLEndpoint graphQL, KeyGate gate, RequestWindow window)
{
    private const string Protocol = "graphql-transport-ws";

    public async Task AnswerAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            await ErrorAnswer.WriteAsync(context, 405, new ErrorAnswer("Queries are sent with POST; GET opens a WebSocket."));
            return;
        }

        if (!context.WebSockets.WebSocketRequestedProtocols.Contains(Protocol))
        {
            await ErrorAnswer.WriteAsync(context, 400, new ErrorAnswer($"The WebSocket must speak {Protocol}."));
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync(Protocol);
        try
        {
            using var session = new SocketSession(socket, graphQL, Admit, Enter);
            await session.RunAsync(context.RequestAborted);
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or IOException)
        {
            // The client has gone.
        }
    }

    private Shop? Admit(string? secret) => secret is not null && gate.Find(secret, ApiKey.Reporting) is { } key ? key.Shop : null;

    private bool Enter(Shop shop) => window.TryEnter(shop.Company.CompanyRef) is null;
}
