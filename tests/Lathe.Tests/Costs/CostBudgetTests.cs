using Lathe.Costs;
using Microsoft.Extensions.Time.Testing;

namespace Lathe.Tests.Costs;

public sealed class CostBudgetTests
{
    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CallsWaitInOrderAndGoAsPointsComeBack()
    {
        using var budget = Empty(rate: 10);
        var order = new List<int>();
        var calls = Enumerable.Range(0, 5).Select(async i =>
        {
            Assert.Null(await budget.AcquireAsync(10, static _ => true, Stop));
            lock (order)
                order.Add(i);
        }).ToArray();
        for (var i = 1; i <= 5; i++)
        {
            Assert.False(calls[i - 1].IsCompleted);
            await AdvanceUntilAsync(calls[i - 1]);
            budget.Release(10);
            budget.Learn(Status(0, 10));
        }

        Assert.Equal([0, 1, 2, 3, 4], order);
    }

    [Fact]
    public async Task ThoseBeyondTheQueueAreToldWhenToTryAgain()
    {
        using var budget = Empty(rate: 1, queue: 1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var first = budget.AcquireAsync(10, static _ => true, stop.Token).AsTask();
        var second = budget.AcquireAsync(10, static _ => true, stop.Token).AsTask();
        Assert.Equal(10.0, (await budget.AcquireAsync(10, static _ => true, Stop))!.Value.TotalSeconds, 0.01);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        budget.Learn(Status(10, 1));
        Assert.Null(await budget.AcquireAsync(10, static _ => true, Stop));
    }

    [Fact]
    public async Task NewsOfMorePointsEndsAWait()
    {
        using var budget = Empty(rate: 1);
        var call = budget.AcquireAsync(50, static _ => true, Stop).AsTask();
        Assert.False(call.IsCompleted);
        budget.Learn(Status(50, 1));
        Assert.Null(await call.WaitAsync(TimeSpan.FromSeconds(30), Stop));
    }

    [Fact]
    public async Task WhatCostsMoreThanThereCanBeGoesWhenAllIsThere()
    {
        using var budget = Empty(rate: 100);
        var call = budget.AcquireAsync(5000, static _ => true, Stop).AsTask();
        Assert.False(call.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(9));
        Assert.False(call.IsCompleted);
        await AdvanceUntilAsync(call);
    }

    [Fact]
    public async Task WithoutAWordOfWhenMoreComesCallsGo()
    {
        using var budget = new CostBudget(new(), _time);
        budget.Learn(new GraphQLCostStatus { Available = 0 });
        Assert.Null(await budget.AcquireAsync(1, static _ => true, Stop));
    }

    private async Task AdvanceUntilAsync(Task call)
    {
        for (var i = 0; i < 200 && !call.IsCompleted; i++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(5, Stop);
        }

        await call.WaitAsync(TimeSpan.FromSeconds(30), Stop);
    }

    private CostBudget Empty(double rate, int queue = 1000)
    {
        var budget = new CostBudget(new() { QueueLimit = queue }, _time);
        budget.Learn(Status(0, rate));
        return budget;
    }

    private static GraphQLCostStatus Status(double available, double rate) => new() { Available = available, Maximum = 1000, RestoreRate = rate };
}
