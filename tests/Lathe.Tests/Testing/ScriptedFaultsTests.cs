using System.Net;
using Lathe.Testing;
using Lathe.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Lathe.Tests.Testing;

/// <summary>Faults are drawn by a seed, in about the share that is asked for, and by the transport's clock.</summary>
public sealed class ScriptedFaultsTests
{
    private const int Requests = 2000;

    private static readonly MachinesData s_empty = new([]);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ASeedGivesTheSameFaultsEachTime()
    {
        var first = await OutcomesAsync(new ScriptedFaults(seed: 7) { Unavailable = 0.05, Cut = 0.05 });
        Assert.Equal(first, await OutcomesAsync(new ScriptedFaults(seed: 7) { Unavailable = 0.05, Cut = 0.05 }));
        Assert.NotEqual(first, await OutcomesAsync(new ScriptedFaults(seed: 8) { Unavailable = 0.05, Cut = 0.05 }));
    }

    [Theory]
    [InlineData(0.05, 0)]
    [InlineData(0, 0.05)]
    [InlineData(0.2, 0.1)]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public async Task TheSharesAreThoseThatAreAskedFor(double unavailable, double cut)
    {
        var outcomes = await OutcomesAsync(new ScriptedFaults(seed: 7) { Unavailable = unavailable, Cut = cut });
        AssertShare(unavailable, outcomes.Count(static one => one == "503"));
        AssertShare((1 - unavailable) * cut, outcomes.Count(static one => one == "cut"));
    }

    [Fact]
    public async Task LatencyIsWaitedByTheClockOfTheTransportAndDiffers()
    {
        var time = new FakeTimeProvider();
        var transport = new ScriptedGraphQLTransport(time) { Faults = new ScriptedFaults(seed: 7) { Latency = TimeSpan.FromSeconds(10) } };
        transport.On(MachinesOperation.Query).Returns(s_empty);
        var calls = Enumerable.Range(0, 100).Select(_ => transport.SendAsync(MachinesOperation.Query, cancellationToken: Stop)).ToArray();
        var done = new List<int>();
        for (var second = 0; second <= 10; second++)
        {
            done.Add(calls.Count(static one => one.IsCompleted));
            time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal((0, 100), (done[0], done[10]));
        Assert.InRange(done[5], 30, 70);
        await Task.WhenAll(calls);
    }

    [Fact]
    public async Task ALatencyBeyondTheCallsTimeOutIsATimeOut()
    {
        var time = new FakeTimeProvider();
        var transport = new ScriptedGraphQLTransport(time) { Faults = new ScriptedFaults(seed: 7) { Latency = TimeSpan.FromHours(1) } };
        transport.On(MachinesOperation.Query).Returns(s_empty);
        var call = transport.SendAsync(MachinesOperation.Query, null, new() { Timeout = TimeSpan.FromMilliseconds(1) }, Stop);
        time.Advance(TimeSpan.FromMilliseconds(2));
        await Assert.ThrowsAsync<GraphQLTimeoutException>(() => call);
    }

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(0, 1, 1)]
    public async Task ASubscriptionIsRefusedAtOnceAndCutAfterItsFirstEvent(double unavailable, double cut, int events)
    {
        var transport = new ScriptedGraphQLTransport { Faults = new ScriptedFaults { Unavailable = unavailable, Cut = cut } };
        transport.On(MachinesOperation.Subscription).ReturnsEvents(s_empty, s_empty, s_empty);
        var seen = 0;
        await Assert.ThrowsAnyAsync<GraphQLTransportException>(async () =>
        {
            await foreach (var _ in transport.SubscribeAsync(MachinesOperation.Subscription, cancellationToken: Stop))
                seen++;
        });
        Assert.Equal(events, seen);
    }

    [Fact]
    public void WhatIsNoShareIsRefused()
    {
        Assert.Equal("Unavailable", Refused(() => new ScriptedFaults { Unavailable = 1.1 }));
        Assert.Equal("Cut", Refused(() => new ScriptedFaults { Cut = double.NaN }));
        Assert.Equal("Latency", Refused(() => new ScriptedFaults { Latency = TimeSpan.FromTicks(-1) }));
    }

    private static string? Refused(Func<object> make)
    {
        var name = Assert.Throws<ArgumentOutOfRangeException>(make).ParamName;
        return name;
    }

    // Six deviations, of a draw that is the same in each run.
    private static void AssertShare(double share, int count)
    {
        var deviation = Math.Sqrt(Requests * share * (1 - share));
        Assert.InRange(count, Requests * share - 6 * deviation, Requests * share + 6 * deviation);
    }

    private static async Task<string[]> OutcomesAsync(ScriptedFaults faults)
    {
        var transport = new ScriptedGraphQLTransport { Faults = faults };
        transport.On(MachinesOperation.Query).Returns(s_empty);
        var outcomes = new string[Requests];
        for (var i = 0; i < Requests; i++)
        {
            try
            {
                await transport.SendAsync(MachinesOperation.Query, cancellationToken: Stop);
                outcomes[i] = "answer";
            }
            catch (GraphQLHttpException exception) when (exception.StatusCode == HttpStatusCode.ServiceUnavailable)
            {
                outcomes[i] = "503";
            }
            catch (GraphQLConnectionException)
            {
                outcomes[i] = "cut";
            }
        }

        return outcomes;
    }
}
