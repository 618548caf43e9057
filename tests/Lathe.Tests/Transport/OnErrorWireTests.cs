using System.Text.Json;
using Lathe.Tests.Support;
using Lathe.Tests.WebSockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Lathe.Tests.Transport;

/// <summary><c>onError</c> goes along with each operation on every way to the server.</summary>
public sealed class OnErrorWireTests
{
    private static readonly string?[] s_words = ["PROPAGATE", "NULL", "HALT", null];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EachOfABatchHasItsOwn()
    {
        await using var server = await LoopbackServer.StartAsync(static context =>
            Reply.Json(context, $"[{string.Join(',', Enumerable.Repeat(MachinesOperation.TwoMachines, 4))}]"));
        await using var client = TestClient.Create(server.Endpoint, static builder => builder.AddBatching(static options =>
            (options.MaxOperations, options.Window) = (4, TimeSpan.FromSeconds(10))));
        await Task.WhenAll(s_words.Select(word => client.MachinesAsync(Asking(word))));
        var requests = JsonDocument.Parse(Assert.Single(server.Received).Body).RootElement.EnumerateArray();
        Assert.Equal(s_words, requests.Select(WordOf));
    }

    [Fact]
    public async Task AStreamOfEventsHasIt()
    {
        await using var server = await LoopbackServer.StartAsync(static async context =>
        {
            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync($"event: next\ndata: {MachinesOperation.TwoMachines}\n\nevent: complete\n\n");
        });
        await using var client = TestClient.Create(server.Endpoint);
        foreach (var word in s_words)
            Assert.Equal([2], await SocketClient.CountsAsync(client, Asking(word)));
        Assert.Equal(s_words, server.Received.Select(static one => WordOf(JsonDocument.Parse(one.Body).RootElement)));
    }

    [Fact]
    public async Task EachSubscriptionOnASocketHasItsOwn()
    {
        await using var server = await SocketServer.StartAsync(static async socket =>
        {
            var id = await socket.StartAsync();
            for (var i = 1; i <= s_words.Length; i++)
            {
                await socket.NextAsync(id, 2);
                await socket.CompleteAsync(id);
                if (i < s_words.Length)
                    id = await socket.ReadAsync("subscribe");
            }

            await socket.DrainAsync();
        });
        await using var client = SocketClient.Create(server, sockets: static options => options.IdleTimeout = TimeSpan.FromMinutes(1));
        foreach (var word in s_words)
            Assert.Equal([2], await SocketClient.CountsAsync(client, Asking(word)));
        var payloads = server.Received.Where(static one => one.Contains("\"subscribe\"", StringComparison.Ordinal))
            .Select(static one => JsonDocument.Parse(one).RootElement.GetProperty("payload"));
        Assert.Equal(s_words, payloads.Select(WordOf));
        Assert.Equal(1, server.Opened);
    }

    // What is sent again, after a renewed key or a broken socket, says the same.
    [Fact]
    public async Task ASubscriptionThatIsOpenedAgainHasIt()
    {
        await using var server = await SocketServer.StartAsync(static async socket =>
        {
            var id = await socket.StartAsync();
            await socket.NextAsync(id, 2);
            if (socket.Number == 1)
            {
                socket.Abort();
                return;
            }

            await socket.CompleteAsync(id);
            await socket.DrainAsync();
        });
        await using var client = SocketClient.Create(server, options: static options => options.OnError = GraphQLErrorBehavior.Null);
        await SocketClient.CountsAsync(client);
        var subscribes = server.Received.Where(static one => one.Contains("\"subscribe\"", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, subscribes.Count);
        Assert.All(subscribes, static one => Assert.Contains("\"onError\":\"NULL\"", one, StringComparison.Ordinal));
    }

    private static GraphQLRequestOptions Asking(string? word) =>
        new() { OnError = word is null ? null : Enum.Parse<GraphQLErrorBehavior>(word, ignoreCase: true) };

    private static string? WordOf(JsonElement request) => request.TryGetProperty("onError", out var word) ? word.GetString() : null;
}
