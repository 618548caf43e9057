using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lathe.Benchmarks.Generated;
using Microsoft.Extensions.DependencyInjection;

namespace Lathe.Benchmarks.Json;

internal sealed record EventMessage(string? Id, string Type, ShopEnvelope? Payload);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EventMessage))]
internal sealed partial class EventMessageContext : JsonSerializerContext;

/// <summary>
/// Events over a WebSocket from a server in a process of its own: the generated client against a loop over <see cref="ClientWebSocket"/>
/// with the source-generated System.Text.Json.
/// </summary>
internal static class SocketContest
{
    public static async Task RunAsync(bool isShort)
    {
        using var server = CallServer.Start(out var address);
        try
        {
            Console.WriteLine(
                "\n| objects an event | events/s, ClientWebSocket + System.Text.Json | events/s, Lathe | ratio | bytes an event | bytes an event, "
                    + "Lathe |");
            Console.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: |");
            foreach (var objects in new[] { 1, 100 })
                await RunAsync(new Uri($"{address}/{objects}"), objects, isShort ? 5 : 15);
        }
        finally
        {
            server.Kill();
        }
    }

    private static async Task RunAsync(Uri endpoint, int objects, int rounds)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddBenchClient(options => options.Endpoint = endpoint)
            .AddWebSockets(options => (options.Subscriptions, options.WhenFull) = (GraphQLSubscriptionMode.WebSocket, GraphQLFullMode.Wait));
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<IBenchClient>();
        using var socket = await OpenAsync(endpoint);
        var id = 0;
        Func<Task<int>> byHand = () => ReadByHandAsync(socket, ++id);
        Func<Task<int>> byLathe = () => ReadByLatheAsync(client);
        var scores = new List<(double Hand, double Lathe, long HandBytes, long LatheBytes)>();
        for (var round = -2; round < rounds; round++)
        {
            var (hand, handBytes) = await MeasureAsync(byHand, SocketServer.EventsOf(objects));
            var (lathe, latheBytes) = await MeasureAsync(byLathe, SocketServer.EventsOf(objects));
            // The first rounds compile.
            if (round >= 0)
                scores.Add((hand, lathe, handBytes, latheBytes));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {objects} | {Contest.Median([.. scores.Select(score => score.Hand)]):N0} | "
                + $"{Contest.Median([.. scores.Select(score => score.Lathe)]):N0} | "
                + $"{Contest.Median([.. scores.Select(score => score.Lathe / score.Hand)]):0.00} | {scores[^1].HandBytes:N0} | "
                + $"{scores[^1].LatheBytes:N0} |"));
    }

    private static async Task<(double Rate, long Bytes)> MeasureAsync(Func<Task<int>> read, int expected)
    {
        GC.Collect();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        var events = await read();
        if (events != expected)
            throw new InvalidOperationException($"{events} of {expected} events came.");
        return (events / watch.Elapsed.TotalSeconds, (GC.GetTotalAllocatedBytes(precise: true) - bytes) / events);
    }

    private static async Task<int> ReadByLatheAsync(IBenchClient client)
    {
        var events = 0;
        await foreach (var result in client.MachineChangesAsync())
            events += result.RequireData().Machines.Count > 0 ? 1 : 0;
        return events;
    }

    private static async Task<ClientWebSocket> OpenAsync(Uri endpoint)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol(SocketServer.Protocol);
        await socket.ConnectAsync(new UriBuilder(endpoint) { Scheme = "ws" }.Uri, CancellationToken.None);
        await SendAsync(socket, """{"type":"connection_init"}""");
        await socket.ReceiveAsync(new byte[1024].AsMemory(), CancellationToken.None);
        return socket;
    }

    private static async Task<int> ReadByHandAsync(ClientWebSocket socket, int id)
    {
        await SendAsync(socket, $$$"""{"id":"{{{id}}}","type":"subscribe","payload":{"query":"subscription MachineChanges { machines { id } }"}}""");
        var (buffer, length, events) = (new byte[256 * 1024], 0, 0);
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
            length += received.Count;
            if (!received.EndOfMessage)
                continue;
            var message = JsonSerializer.Deserialize(buffer.AsSpan(0, length), EventMessageContext.Default.EventMessage)!;
            length = 0;
            if (message.Type == "complete")
                return events;
            events += message.Payload!.Data!.Machines.Count > 0 ? 1 : 0;
        }
    }

    private static Task SendAsync(ClientWebSocket socket, string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);
}
