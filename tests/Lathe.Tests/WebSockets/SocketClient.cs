using Lathe.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Lathe.Tests.WebSockets;

/// <summary>Clients over WebSockets, as users configure them.</summary>
internal static class SocketClient
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    internal static TestClient Create(
        SocketServer server,
        Action<IGraphQLClientBuilder>? configure = null,
        Action<GraphQLWebSocketOptions>? sockets = null,
        Action<GraphQLClientOptions>? options = null,
        Action<IServiceCollection>? services = null) => TestClient.Create(
        server.Endpoint,
        builder =>
        {
            configure?.Invoke(builder);
            builder.AddWebSockets(socket =>
            {
                socket.Subscriptions = GraphQLSubscriptionMode.WebSocket;
                socket.ReconnectDelay = TimeSpan.FromMilliseconds(1);
                socket.ConfigureHandler = handler => handler.SslOptions.RemoteCertificateValidationCallback =
                    (_, certificate, _, _) => certificate?.Equals(TestCertificate.Value) ?? false;
                sockets?.Invoke(socket);
            });
        },
        options,
        services);

    internal static async Task UntilAsync(Func<bool> holds)
    {
        while (!holds())
            await Task.Delay(10, Stop);
    }

    internal static IAsyncEnumerator<GraphQLResult<MachinesData>> Enumerate(TestClient client) =>
        client.Transport.SubscribeAsync(MachinesOperation.Subscription, cancellationToken: Stop).GetAsyncEnumerator(Stop);

    internal static Task<List<int>> CountsAsync(TestClient client, int most) => CountsAsync(client, null, most);

    internal static async Task<List<int>> CountsAsync(TestClient client, GraphQLRequestOptions? options = null, int most = int.MaxValue)
    {
        var counts = new List<int>();
        await foreach (var result in client.Transport.SubscribeAsync(MachinesOperation.Subscription, null, options, Stop))
        {
            counts.Add(result.Data?.Machines.Count ?? -1);
            if (counts.Count == most)
                break;
        }

        return counts;
    }
}
