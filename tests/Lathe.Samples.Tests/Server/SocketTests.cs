using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using MachineMetrics.Server.Hosting;

namespace Lathe.Samples.Tests.Server;

/// <summary>The server's side of <c>graphql-transport-ws</c>.</summary>
public sealed class SocketTests : IAsyncLifetime
{
    private ShopServer server = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        server = await ShopServer.StartAsync(new ShopServerOptions { StateInterval = TimeSpan.FromMilliseconds(5) }, Stop);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task EventsAndQueriesComeOverOneSocket()
    {
        using var socket = await OpenAsync(server.Key.Secret);
        await SendAsync(socket, """{"type":"ping"}""");
        Assert.Equal("""{"type":"pong"}""", (await ReceiveAsync(socket)).ToJsonString());
        await SendAsync(socket, """{"id":"q","type":"subscribe","payload":{"query":"{ machines(limit: 1) { name } }"}}""");
        Assert.Equal(("next", "q"), Read(await ReceiveAsync(socket)));
        Assert.Equal(("complete", "q"), Read(await ReceiveAsync(socket)));
        await SendAsync(
            socket,
            """
            {"id":"s","type":"subscribe","payload":
              {"query":"subscription { currentStates(where: { metricKey: { _eq: \"MasterExecution\" } }) { label } }"}}
            """);
        for (var number = 0; number < 3; number++)
        {
            var next = await ReceiveAsync(socket);
            Assert.Equal(("next", "s"), Read(next));
            Assert.NotEmpty(next["payload"]!["data"]!["currentStates"]!.AsArray());
        }

        await SendAsync(socket, """{"id":"s","type":"complete"}""");
        await SendAsync(socket, """{"id":"m","type":"subscribe","payload":{"query":"subscription { machines { name } }"}}""");
        JsonNode last;
        do
            last = await ReceiveAsync(socket);
        while (last["id"]!.ToString() == "s");
        Assert.Equal(("error", "m"), Read(last));
        Assert.Equal("SUBSCRIPTION_NOT_SUPPORTED", last["payload"]![0]!["extensions"]!["code"]!.ToString());
    }

    [Theory]
    [InlineData("wrong", null, 4403)]
    [InlineData(null, """{"id":"1","type":"subscribe","payload":{"query":"{ jobs { name } }"}}""", 4401)]
    [InlineData(null, "no JSON", 4400)]
    [InlineData("", """{"id":"1","type":"subscribe","payload":5}""", 4400)]
    [InlineData("", """{"type":"connection_init"}""", 4429)]
    public async Task FaultsCloseWithTheCodesOfTheProtocol(string? key, string? message, int code)
    {
        using var socket = await OpenAsync(key == "" ? server.Key.Secret : key);
        if (message is not null)
            await SendAsync(socket, message);
        var received = await socket.ReceiveAsync(new byte[1024].AsMemory(), Stop);
        Assert.Equal((WebSocketMessageType.Close, code), (received.MessageType, (int?)socket.CloseStatus));
    }

    private async Task<ClientWebSocket> OpenAsync(string? key)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(new UriBuilder(server.Endpoint) { Scheme = "ws" }.Uri, Stop);
        if (key is null)
            return socket;
        await SendAsync(socket, $$$$"""{"type":"connection_init","payload":{"headers":{"Authorization":"Bearer {{{{key}}}}"}}}""");
        if (key == server.Key.Secret)
            Assert.Equal("connection_ack", (await ReceiveAsync(socket))["type"]!.ToString());
        return socket;
    }

    private static (string Type, string Id) Read(JsonNode message) => (message["type"]!.ToString(), message["id"]!.ToString());

    private static Task SendAsync(ClientWebSocket socket, string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text).AsMemory(), WebSocketMessageType.Text, true, Stop).AsTask();

    private static async Task<JsonNode> ReceiveAsync(ClientWebSocket socket)
    {
        var buffer = new byte[65536];
        var length = 0;
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(length), Stop);
            length += received.Count;
            if (received.EndOfMessage)
                return JsonNode.Parse(buffer.AsSpan(0, length))!;
        }
    }
}
