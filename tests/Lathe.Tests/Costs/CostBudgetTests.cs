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
            var charge = new CostCharge(10);
            Assert.Null(await budget.AcquireAsync(charge, static _ => true, Stop));
            lock (order)
                order.Add(i);
            return charge;
        }).ToArray();
        for (var i = 1; i <= 5; i++)
        {
            Assert.False(calls[i - 1].IsCompleted);
            await AdvanceUntilAsync(calls[i - 1]);
            var charge = await calls[i - 1];
            budget.Learn(Status(0, 10), charge);
            budget.Release(charge);
        }

        Assert.Equal([0, 1, 2, 3, 4], order);
    }

    [Fact]
    public async Task ThoseBeyondTheQueueAreToldWhenToTryAgain()
    {
        using var budget = Empty(rate: 1, queue: 1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var first = budget.AcquireAsync(new(10), static _ => true, stop.Token).AsTask();
        var second = budget.AcquireAsync(new(10), static _ => true, stop.Token).AsTask();
        Assert.Equal(10.0, (await budget.AcquireAsync(new(10), static _ => true, Stop))!.Value.TotalSeconds, 0.01);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        budget.Learn(Status(10, 1), new(0));
        Assert.Null(await budget.AcquireAsync(new(10), static _ => true, Stop));
    }

    [Fact]
    public async Task NewsOfMorePointsEndsAWait()
    {
        using var budget = Empty(rate: 1);
        var call = budget.AcquireAsync(new(50), static _ => true, Stop).AsTask();
        Assert.False(call.IsCompleted);
        budget.Learn(Status(50, 1), new(0));
        Assert.Null(await call.WaitAsync(TimeSpan.FromSeconds(30), Stop));
    }

    [Fact]
    public async Task WhatCostsMoreThanThereCanBeGoesWhenAllIsThere()
    {
        using var budget = Empty(rate: 100);
        var call = budget.AcquireAsync(new(5000), static _ => true, Stop).AsTask();
        Assert.False(call.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(9));
        Assert.False(call.IsCompleted);
        await AdvanceUntilAsync(call);
    }

    [Theory]
    [InlineData(90, 80)]
    [InlineData(80, 90)]
    public async Task AnswersInAnotherOrderThanTheServersDoNotAddUp(double first, double second)
    {
        using var budget = Empty(rate: 1);
        budget.Learn(Status(100, 1), new(0));
        var charges = new[] { new CostCharge(10), new CostCharge(10) };
        foreach (var charge in charges)
            Assert.Null(await budget.AcquireAsync(charge, static _ => true, Stop));
        foreach (var (charge, left) in charges.Zip([first, second]))
        {
            budget.Learn(Status(left, 1), charge);
            budget.Release(charge);
        }

        Assert.Null(await budget.AcquireAsync(new(80), static _ => false, Stop));
        Assert.Equal(1.0, (await budget.AcquireAsync(new(1), static _ => false, Stop))!.Value.TotalSeconds, 0.01);
    }

    [Fact]
    public async Task WhatOthersTakeIsSeenAmongRequestsAtOnce()
    {
        using var budget = Empty(rate: 1);
        budget.Learn(Status(100, 1), new(0));
        var charges = new[] { new CostCharge(10), new CostCharge(10) };
        foreach (var charge in charges)
            Assert.Null(await budget.AcquireAsync(charge, static _ => true, Stop));
        budget.Learn(Status(90, 1), charges[0]);
        budget.Release(charges[0]);
        budget.Learn(Status(5, 1), charges[1]);
        budget.Release(charges[1]);
        Assert.NotNull(await budget.AcquireAsync(new(6), static _ => false, Stop));
        Assert.Null(await budget.AcquireAsync(new(5), static _ => false, Stop));
    }

    [Fact]
    public async Task WhatIsUnderWayIsNeverTakenForRestored()
    {
        using var budget = new CostBudget(new(), _time);
        budget.Learn(new() { Available = 100, Maximum = 100, RestoreRate = 400 }, new(0));
        var first = new CostCharge(60);
        Assert.Null(await budget.AcquireAsync(first, static _ => true, Stop));
        var second = budget.AcquireAsync(new(60), static _ => true, Stop).AsTask();
        for (var i = 0; i < 20; i++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1, Stop);
        }

        Assert.False(second.IsCompleted);
        budget.Learn(new() { Available = 40, Maximum = 100, RestoreRate = 400 }, first);
        budget.Release(first);
        await AdvanceUntilAsync(second);
    }

    [Fact]
    public async Task ARequestWithoutAnAnswerCountsAsCharged()
    {
        using var budget = Empty(rate: 1);
        budget.Learn(Status(10, 1), new(0));
        var charge = new CostCharge(10);
        Assert.Null(await budget.AcquireAsync(charge, static _ => true, Stop));
        budget.Release(charge);
        Assert.NotNull(await budget.AcquireAsync(new(10), static _ => false, Stop));
    }

    [Fact]
    public async Task WithoutAWordOfWhenMoreComesCallsGo()
    {
        using var budget = new CostBudget(new(), _time);
        budget.Learn(new GraphQLCostStatus { Available = 0 }, new(0));
        Assert.Null(await budget.AcquireAsync(new(1), static _ => true, Stop));
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
        budget.Learn(Status(0, rate), new(0));
        return budget;
    }

    private static GraphQLCostStatus Status(double available, double rate) => new() { Available = available, Maximum = 1000, RestoreRate = rate };
}
