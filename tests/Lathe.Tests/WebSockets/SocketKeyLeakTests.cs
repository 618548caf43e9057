using Lathe.Tests.Authentication;
using Lathe.Tests.Support;
using Lathe.WebSockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static Lathe.Tests.WebSockets.SocketClient;

namespace Lathe.Tests.WebSockets;

/// <summary>Searches every output channel for the key while servers echo it over a socket in every way.</summary>
public sealed class SocketKeyLeakTests
{
    private static readonly Dictionary<string, Func<ServerSocket, string, Task>> s_echoes = new()
    {
        ["close"] = (socket, key) => socket.CloseAsync(4403, "You sent " + key),
        ["fatal close"] = (socket, key) => socket.CloseAsync(4500, "You sent " + key),
        ["late close"] = (socket, key) => socket.CloseAsync(1011, "JWTExpired " + key),
        ["connection_error"] = (socket, key) => socket.SendAsync($$$$$"""{"type":"connection_error","payload":{"message":"You sent {{{{{key}}}}}"}}"""),
        ["malformed"] = (socket, key) => socket.SendAsync($$$$$"""{"type":"{{{{{key}}}}}","payload":"{{{{{key}}}}}"""),
        ["error"] = (socket, key) => AckAsync(socket, $$$$$"""{"id":"1","type":"error","payload":[{"message":"bad {{{{{key}}}}}","path":["{{{{{key}}}}}"],"extensions":{"sent":"{{{{{key}}}}}"}}]}"""),
        ["errors"] = (socket, key) => AckAsync(socket, $$$$$"""{"id":"1","type":"next","payload":{"data":null,"errors":[{"message":"bad {{{{{key}}}}}"}],"extensions":{"sent":{"authorization":"{{{{{key}}}}}"}}}}"""),
        ["data"] = (socket, key) => AckAsync(socket, $$$$$"""{"id":"1","type":"next","payload":{"data":{"machines":[{"name":"{{{{{key}}}}}"}]}}}"""),
        ["broken data"] = (socket, key) => AckAsync(socket, $$$$$"""{"id":"1","type":"next","payload":{"data":{"machines":"{{{{{key}}}}}"}}}"""),
    };

    [Fact]
    public async Task TheKeyOfASocketIsInNoOutputChannel()
    {
        using var channels = new OutputChannels();
        var seen = 0;
        foreach (var (name, echo) in s_echoes)
        {
            await using var server = await SocketServer.StartAsync(async socket =>
            {
                var init = await socket.ReadAsync();
                var key = init!.Value.GetProperty("payload").GetProperty("Authorization").GetString()!["Bearer ".Length..];
                seen += key == TestClient.Key ? 1 : 0;
                await echo(socket, key);
                await socket.DrainAsync();
            });
            await using var client = Create(
                server,
                builder => builder.AddBearerToken("Api:Key"),
                services: services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(channels)));
            channels.Add("pool", client.Services.GetRequiredKeyedService<SocketPool>("test").ToString()!);
            await ReadAsync(client, channels, name);
        }

        Assert.True(seen >= s_echoes.Count);
        Assert.Equal(s_echoes.Count, channels.Count("exception") + channels.Count("result"));
        Assert.True(channels.Count("event") > 20);
        Assert.True(channels.Count("log") > 10);
        channels.AssertSilentAbout(TestClient.Key);
    }

    [Fact]
    public void AnIdentityDoesNotShowItsKey() =>
        Assert.DoesNotContain("mm-Key", new SocketIdentity("acme", BearerToken.Create(TestClient.Key)).ToString(), StringComparison.Ordinal);

    private static async Task AckAsync(ServerSocket socket, string message)
    {
        await socket.SendAsync("""{"type":"connection_ack"}""");
        await socket.ReadAsync("subscribe");
        await socket.SendAsync(message);
    }

    private static async Task ReadAsync(TestClient client, OutputChannels channels, string name)
    {
        try
        {
            await using var events = Enumerate(client);
            Assert.True(await events.MoveNextAsync());
            var result = events.Current;
            // Data is the user's, and its text shows it; what the server says about the call is not.
            var text = result.Data?.Machines is [{ Name: TestClient.Key }] ? "" : result.ToString();
            channels.Add(
                "result",
                $"{name} {text} {result.Extensions} {string.Join(',', result.Errors.Select(error => error + error.Extensions?.GetRawText()))}");
        }
        catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
        {
            channels.Add(
                "exception", $"{name} {exception} {(exception as GraphQLWebSocketException)?.Reason} {(exception as GraphQLHttpException)?.Body}");
        }
    }
}
