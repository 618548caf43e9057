using Lathe.Authentication;
using Lathe.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Lathe.Tests.Authentication;

/// <summary>When a provider is asked for a token, and what happens when it does not give one.</summary>
public sealed class ProvidedBearerTokenSourceTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private int _issued;

    [Fact]
    public async Task AProviderThatFailsBeforeTheTokenHasExpiredCostsNothing()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        var log = new ListLogger();
        var source = new ProvidedBearerTokenSource(
            "test",
            new DelegateBearerTokenProvider((_, _) => ++_issued == 1
                ? new(BearerToken.Create("token-1", time.GetUtcNow().AddMinutes(5)))
                : throw new InvalidOperationException("The vault is asleep.")),
            new BearerTokenOptions(),
            time,
            log);
        await source.GetAsync(null, Stop);
        time.Advance(TimeSpan.FromSeconds(280));
        Assert.Equal("token-1", (await source.GetAsync(null, Stop)).Value);
        Assert.Contains(log.Lines, line => line.Contains("is about to expire and was not renewed", StringComparison.Ordinal));
        time.Advance(TimeSpan.FromSeconds(20));
        await Assert.ThrowsAsync<BearerTokenException>(async () => await source.GetAsync(null, Stop));
    }

    [Fact]
    public async Task ATokenThatLivesShorterThanItIsRenewedEarlyServesHalfItsLife()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        var source = new ProvidedBearerTokenSource(
            "test",
            new DelegateBearerTokenProvider((_, _) => new(BearerToken.Create("token-" + ++_issued, time.GetUtcNow().AddSeconds(20)))),
            new BearerTokenOptions(),
            time,
            NullLogger.Instance);
        for (var second = 0; second < 20; second++, time.Advance(TimeSpan.FromSeconds(1)))
            await source.GetAsync(null, Stop);
        Assert.Equal(2, _issued);
    }

    [Fact]
    public async Task ATokenThatHasExpiredAlreadyIsSentAllTheSame()
    {
        var source = new ProvidedBearerTokenSource(
            "test",
            new DelegateBearerTokenProvider((_, _) => new(BearerToken.Create("token-" + ++_issued, default(DateTimeOffset)))),
            new BearerTokenOptions(),
            TimeProvider.System,
            NullLogger.Instance);
        Assert.Equal("token-1", (await source.GetAsync(null, Stop)).Value);
        Assert.Equal("token-2", (await source.GetAsync(null, Stop)).Value);
    }

    [Fact]
    public async Task AProviderThatHangsIsGivenUpAndAskedAgain()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        var asked = 0;
        var source = new ProvidedBearerTokenSource(
            "test",
            new DelegateBearerTokenProvider((_, _) => Interlocked.Increment(ref asked) == 1
                ? new(new TaskCompletionSource<BearerToken?>().Task)
                : new(BearerToken.Create("token-2"))),
            new BearerTokenOptions { RenewBefore = TimeSpan.Zero },
            time,
            NullLogger.Instance);
        var first = source.GetAsync(null, Stop).AsTask();
        SpinWait.SpinUntil(() => Volatile.Read(ref asked) == 1, TimeSpan.FromSeconds(10));
        while (!first.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(61));
            await Task.Delay(10, Stop);
        }

        var exception = await Assert.ThrowsAsync<BearerTokenException>(() => first);
        Assert.Equal("The token provider of client 'test' gave no token within 60 s.", exception.Message);
        Assert.Equal("token-2", (await source.GetAsync(null, Stop)).Value);
    }

    [Fact]
    public async Task ATokenIsRenewedBeforeItExpires()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        var source = new ProvidedBearerTokenSource(
            "test",
            new DelegateBearerTokenProvider((_, _) => new(BearerToken.Create("token-" + ++_issued, time.GetUtcNow().AddMinutes(5)))),
            new BearerTokenOptions(),
            time,
            NullLogger.Instance);
        Assert.Equal("token-1", (await source.GetAsync(null, Stop)).Value);
        time.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal("token-1", (await source.GetAsync(null, Stop)).Value);
        time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal("token-2", (await source.GetAsync(null, Stop)).Value);
    }

    [Theory]
    [InlineData(0, 299, "token-1")]
    [InlineData(0, 300, "token-2")]
    [InlineData(90, 209, "token-1")]
    [InlineData(90, 210, "token-2")]
    public async Task ATokenIsRenewedAsEarlyAsTheOptionsSay(int renewBefore, int after, string expected)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        var source = new ProvidedBearerTokenSource(
            "test",
            new DelegateBearerTokenProvider((_, _) => new(BearerToken.Create("token-" + ++_issued, time.GetUtcNow().AddMinutes(5)))),
            new BearerTokenOptions { RenewBefore = TimeSpan.FromSeconds(renewBefore) },
            time,
            NullLogger.Instance);
        await source.GetAsync(null, Stop);
        time.Advance(TimeSpan.FromSeconds(after));
        Assert.Equal(expected, (await source.GetAsync(null, Stop)).Value);
    }

    [Fact]
    public async Task TheCancellationOfOneCallerDoesNotEndTheRenewalOfOthers()
    {
        var gate = new TaskCompletionSource<BearerToken?>();
        var source = new ProvidedBearerTokenSource(
            "test",
            new DelegateBearerTokenProvider((_, _) => new(gate.Task)),
            new BearerTokenOptions { RenewBefore = TimeSpan.Zero },
            TimeProvider.System,
            NullLogger.Instance);
        using var impatient = new CancellationTokenSource();
        var first = source.GetAsync(null, impatient.Token).AsTask();
        var second = source.GetAsync(null, Stop).AsTask();
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        gate.SetResult(BearerToken.Create("late"));
        Assert.Equal("late", (await second).Value);
    }
}
