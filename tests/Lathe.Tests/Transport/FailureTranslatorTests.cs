using Lathe.Calls;
using Lathe.Transport;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Timeout;

namespace Lathe.Tests.Transport;

/// <summary>What a broken connection means depends on who ended the call.</summary>
public sealed class FailureTranslatorTests
{
    public static TheoryData<Exception> Breaks =>
        [new IOException("reset"), new ObjectDisposedException("stream"), new HttpRequestException("aborted"), new OperationCanceledException()];

    [Theory]
    [MemberData(nameof(Breaks))]
    public void AConnectionThatBreaksBecauseTheCallerCancelsIsACancellation(Exception exception)
    {
        using var caller = new CancellationTokenSource();
        using var deadline = Deadline.Start(TimeSpan.FromMinutes(1), TimeProvider.System, caller.Token);
        caller.Cancel();
        var translated = Assert.IsType<OperationCanceledException>(Translate(exception, deadline));
        Assert.Equal(caller.Token, translated.CancellationToken);
    }

    [Theory]
    [MemberData(nameof(Breaks))]
    public void AConnectionThatBreaksBecauseTheTimeIsOverIsATimeOut(Exception exception)
    {
        using var deadline = Deadline.Start(TimeSpan.FromMilliseconds(1), TimeProvider.System, CancellationToken.None);
        Assert.True(deadline.Token.WaitHandle.WaitOne(TimeSpan.FromSeconds(10)));
        Assert.IsType<GraphQLTimeoutException>(Translate(exception, deadline));
    }

    [Fact]
    public void AConnectionThatBreaksByItselfIsAConnectionFailure()
    {
        using var deadline = Deadline.Start(TimeSpan.FromMinutes(1), TimeProvider.System, CancellationToken.None);
        Assert.IsType<GraphQLConnectionException>(Translate(new IOException("reset"), deadline));
        Assert.IsType<GraphQLConnectionException>(Translate(new HttpRequestException("refused"), deadline));
    }

    // The translator knows Polly's exceptions by name, since the package does not bring them.
    [Fact]
    public void PollysTimeOutIsATimeOut()
    {
        using var deadline = Deadline.Start(TimeSpan.FromMinutes(1), TimeProvider.System, CancellationToken.None);
        Assert.IsType<GraphQLTimeoutException>(Translate(new TimeoutRejectedException("late"), deadline));
        Assert.IsType<GraphQLTimeoutException>(Translate(new LateException(), deadline));
    }

    [Fact]
    public void WhatPollyHoldsBackWasNotSent()
    {
        using var deadline = Deadline.Start(TimeSpan.FromMinutes(1), TimeProvider.System, CancellationToken.None);
        Exception[] refusals =
        [
            new BrokenCircuitException("open"), new IsolatedCircuitException("isolated"), new RateLimiterRejectedException("full"),
        ];
        Assert.All(refusals, refusal =>
        {
            var translated = Assert.IsType<GraphQLConnectionException>(Translate(refusal, deadline));
            Assert.Same(refusal, translated.InnerException);
            Assert.Contains(
                $"let nothing through to https://api.example.com ({refusal.GetType().Name})", translated.Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void AnotherExceptionStaysWhatItIs()
    {
        using var deadline = Deadline.Start(TimeSpan.FromMinutes(1), TimeProvider.System, CancellationToken.None);
        var foreign = new ExecutionRejectedException();
        Assert.Same(foreign, Translate(foreign, deadline));
    }

    private sealed class LateException : TimeoutRejectedException;

    // Of Polly by its name alone.
    private sealed class ExecutionRejectedException : Exception;

    private static Exception Translate(Exception exception, Deadline deadline) =>
        FailureTranslator.Translate(exception, "Machines", new Uri("https://api.example.com"), deadline, CallPhase.Reading);
}
