using System.Collections.Concurrent;
using MachineMetrics.Server.Entities;
using MachineMetrics.Server.Life;
using MachineMetrics.Server.Seed;
using Microsoft.Extensions.Time.Testing;

namespace Lathe.Samples.Tests.Server;

/// <summary>A shop whose machines go on, by a clock that the test moves.</summary>
public sealed class OpenShopTests : IAsyncDisposable
{
    private const string Execution = "MasterExecution";

    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(6);

    private static readonly DateTimeOffset s_start = new(2026, 3, 3, 10, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider time = new(s_start);
    private readonly Shop shop;
    private readonly OpenShop life;

    public OpenShopTests()
    {
        shop = Make(time);
        life = new OpenShop(shop, s_interval, time);
    }

    private IEnumerable<Machine> InService => shop.Machines.Where(machine => machine.DecommissionedAt is null);

    [Fact]
    public async Task EachIntervalOneMachineChanges()
    {
        life.Start();
        for (var i = 0; i < 20; i++)
        {
            var former = States(shop);
            var changed = life.Changed;
            time.Advance(s_interval - TimeSpan.FromSeconds(1));
            Assert.Equal(former, States(shop));
            Assert.False(changed.IsCompleted);
            time.Advance(TimeSpan.FromSeconds(1));
            await changed.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
            var (_, now) = Assert.Single(former.Zip(States(shop)), pair => pair.First != pair.Second);
            Assert.Equal(time.GetUtcNow(), now.StartAt);
        }
    }

    [Fact]
    public async Task WhatMachinesDidAndDoAgrees()
    {
        var running = 0;
        await AdvanceAsync(400, () => running += InService.Count(machine => StateOf(machine).Value == "ACTIVE"));
        Assert.InRange(running / (400.0 * InService.Count()), 0.5, 0.8);
        foreach (var machine in InService)
        {
            var spans = machine.StateIntervals.Where(span => span.MetricKey == Execution).ToList();
            Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.Equal(pair.First.EndAt, pair.Second.StartAt));
            Assert.Equal(StateOf(machine), StateOf(machine) with { StartAt = spans[^1].StartAt, Value = spans[^1].Value });
            Assert.Null(spans[^1].EndAt);
            Assert.Equal(machine.CurrentAlarms.Count, machine.AlarmIntervals.Count(alarm => alarm.EndAt is null));
            Assert.InRange(machine.Annotations.Count(stop => stop.EndAt is null), 0, StateOf(machine).Value == "ACTIVE" ? 0 : 1);
        }

        Assert.All(shop.Machines.Except(InService), machine => Assert.Empty(machine.StateIntervals));
        Assert.Contains(shop.Machines.SelectMany(machine => machine.AlarmIntervals), alarm => alarm.EndAt > s_start);
        Assert.Equal(shop.Annotations.Count(), shop.Annotations.DistinctBy(stop => stop.AnnotationRef).Count());
    }

    [Fact]
    public async Task WhoeverReadsMeanwhileSeesOnlyWhatWasSo()
    {
        var seen = new ConcurrentDictionary<(int Machine, DateTimeOffset Since, string? Value, string? Label), bool>();
        using var over = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() => ReadAll(seen, over.Token), TestContext.Current.CancellationToken)).ToList();
        await AdvanceAsync(400, () => { });
        await over.CancelAsync();
        await Task.WhenAll(readers);
        var happened = shop.Machines.SelectMany(machine => machine.StateIntervals).Where(span => span.MetricKey == Execution)
            .Select(span => (span.MachineRef, span.StartAt, span.Value)).ToHashSet();
        Assert.All(seen.Keys, state =>
        {
            Assert.Contains((state.Machine, state.Since, state.Value), happened);
            Assert.Equal(state.Value, state.Label?.ToUpperInvariant());
        });
        Assert.True(seen.Count > InService.Count());
    }

    [Fact]
    public async Task TheSameShopHasTheSameCourse()
    {
        await AdvanceAsync(50, () => { });
        var otherTime = new FakeTimeProvider(s_start);
        var otherShop = Make(otherTime);
        await using var other = new OpenShop(otherShop, s_interval, otherTime);
        await AdvanceAsync(other, otherTime, 50, () => { });
        Assert.Equal(States(shop), States(otherShop));
    }

    [Fact]
    public async Task AShopThatClosesStandsStill()
    {
        await AdvanceAsync(1, () => { });
        await life.DisposeAsync();
        var (last, changed) = (States(shop), life.Changed);
        time.Advance(10 * s_interval);
        Assert.Equal(last, States(shop));
        Assert.False(changed.IsCompleted);
    }

    public ValueTask DisposeAsync() => life.DisposeAsync();

    private static Shop Make(FakeTimeProvider time)
    {
        var shop = ShopSeed.Ridgeline(time.GetUtcNow());
        shop.Open(time);
        return shop;
    }

    private static CurrentState StateOf(Machine machine) => machine.CurrentStates.Single(state => state.MetricKey == Execution);

    private static List<(int Machine, DateTimeOffset StartAt, string? Value)> States(Shop shop) =>
        [.. shop.CurrentStates.Where(state => state.MetricKey == Execution).Select(state => (state.MachineRef, state.StartAt, state.Value))];

    private void ReadAll(ConcurrentDictionary<(int Machine, DateTimeOffset Since, string? Value, string? Label), bool> seen, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            foreach (var state in shop.CurrentStates.Where(state => state.MetricKey == Execution))
                seen.TryAdd((state.MachineRef, state.StartAt, state.Value, state.Label), true);
            _ = shop.Annotations.Count(stop => stop.EndAt is null);
            _ = shop.CurrentAlarms.Count();
            foreach (var machine in shop.Machines)
                _ = machine.AlarmIntervals.Count(alarm => alarm.EndAt is null) + machine.StateIntervals.Count(span => span.EndAt is null);
        }
    }

    private Task AdvanceAsync(int changes, Action afterEach) => AdvanceAsync(life, time, changes, afterEach);

    private static async Task AdvanceAsync(OpenShop life, FakeTimeProvider time, int changes, Action afterEach)
    {
        life.Start();
        for (var i = 0; i < changes; i++)
        {
            var changed = life.Changed;
            time.Advance(s_interval);
            await changed.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
            afterEach();
        }
    }
}
