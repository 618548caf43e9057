using System.Text.Json.Nodes;
using Lathe.Testing;
using MachineMetrics;
using Microsoft.Extensions.DependencyInjection;
using ShopFloor.Report;
using Spectre.Console.Testing;

namespace Lathe.Samples.Tests.Console;

/// <summary>What the sample prints of events that the stand-in does not send: made up by the schema, said in the test where they matter.</summary>
public sealed class StateFollowerTests : IDisposable
{
    private static readonly Fake<ExecutionChangesSubscription.Data> s_fake = Fakes.For(ExecutionChangesSubscription.Operation, seed: 7);

    private readonly TestConsole console = new TestConsole().Width(100);
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    public void Dispose() => console.Dispose();

    [Fact]
    public async Task OnlyChangesArePrintedWithWhatWasBefore()
    {
        var transport = new ScriptedGraphQLTransport();
        transport.On(ExecutionChangesSubscription.Operation).ReturnsEvents(
            Event("Active", null), Event("Active", null), Event("Stopped", "Ready"), Event(null, "Ready"));

        await new StateFollower(new MachineMetricsClient(transport)).FollowAsync(console, null, stop);

        Assert.Equal(
            [
                "08:30  Lathe 0            Active -> Stopped",
                "08:30  Lathe 1            unknown -> Ready",
                "08:30  Lathe 0            Stopped -> unknown",
            ],
            Lines());
        transport.VerifyNoOthers();
    }

    [Fact]
    public async Task ItEndsWithTheNumberOfChangesThatWasAskedFor()
    {
        var transport = new ScriptedGraphQLTransport();
        transport.On(ExecutionChangesSubscription.Operation).ReturnsEventsThenThrows(
            GraphQLFailures.Connection(), Event("A", "A"), Event("B", "B"), Event("C", "C"));

        await new StateFollower(new MachineMetricsClient(transport)).FollowAsync(console, 3, stop);

        Assert.Equal(3, Lines().Length);
    }

    [Fact]
    public async Task AConnectionThatBreaksIsOpenedAgainAndSaidSo()
    {
        await using var server = await GraphQLTestServer.StartAsync(stop);
        server.On(ExecutionChangesSubscription.Operation).ReturnsEvents((_, cancelled) => EventsAsync(["A", "B"], cancelled))
            .ReturnsEvents((_, cancelled) => EventsAsync(["C"], cancelled));
        var services = new ServiceCollection();
        services.AddMachineMetricsClient(options => options.Endpoint = server.Endpoint).AddWebSockets(
            sockets => (sockets.Subscriptions, sockets.ReconnectDelay) = (GraphQLSubscriptionMode.WebSocket, TimeSpan.FromMilliseconds(1)));
        await using var provider = services.BuildServiceProvider();

        var following = new StateFollower(provider.GetRequiredService<IMachineMetricsClient>()).FollowAsync(console, 2, stop);
        while (!console.Output.Contains("A -> B", System.StringComparison.Ordinal))
            await Task.Delay(5, stop);
        server.DropConnections();
        await following;

        Assert.Equal("The connection broke and was opened again; changes in between are shown as one.", Lines()[1]);
        Assert.EndsWith("B -> C", Lines()[2], System.StringComparison.Ordinal);
    }

    // Each subscription begins with the state of that time.
    private static async IAsyncEnumerable<string> EventsAsync(
        string[] labels, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancelled)
    {
        foreach (var label in labels)
        {
            var json = JsonNode.Parse(s_fake.ListsOf(1).Json())!;
            json["data"]!["currentStates"]![0]!["label"] = label;
            yield return json.ToJsonString();
        }

        await Task.Delay(Timeout.Infinite, cancelled);
    }

    private static ExecutionChangesSubscription.Data Event(params string?[] labels) => s_fake.Data() with
    {
        CurrentStates = s_fake.Many<ExecutionChangesSubscription.CurrentState>(labels.Length, (state, i) => state with
        {
            MachineRef = i,
            Machine = state.Machine with { Name = $"Lathe {i}" },
            Label = labels[i],
            StartAt = new DateTimeOffset(2026, 3, 3, 8, 30, 0, TimeSpan.Zero),
        }),
    };

    private string[] Lines() =>
        [.. console.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.TrimEnd())];
}
