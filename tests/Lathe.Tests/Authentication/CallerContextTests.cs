using Lathe.Authentication;
using Lathe.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lathe.Tests.Authentication;

/// <summary>A caller that blocks its only thread until a call is done must not wait for ever: nothing of a call goes back to that thread.</summary>
public sealed class CallerContextTests
{
    [Theory]
    [InlineData(BearerTokenCache.PerTenant)]
    [InlineData(BearerTokenCache.PerIdentity)]
    [InlineData(BearerTokenCache.Never)]
    public async Task NoStepOfACallNeedsTheCallersThread(BearerTokenCache cache)
    {
        await using var server = await LoopbackServer.StartAsync(context =>
            Reply.Json(context, "{}", status: context.Request.Headers.Authorization == "Bearer token-2" ? 200 : 401));
        var issued = 0;
        var services = new ServiceCollection().AddLogging();
        services.AddHttpClient("rest", http => http.BaseAddress = server.Origin).AddBearerToken(o =>
        {
            (o.Cache, o.KeepExistingAuthorization) = (cache, true);
            o.Provider = async (_, stop) =>
            {
                await Task.Delay(5, stop).ConfigureAwait(false);
                return BearerToken.Create($"token-{Math.Min(Interlocked.Increment(ref issued), 2)}");
            };
        });
        await using var provider = services.BuildServiceProvider();
        using var rest = provider.GetRequiredService<IHttpClientFactory>().CreateClient("rest");
        Assert.Equal(0, Posted(() => GetAsync(rest, "/a")));
        Assert.Equal(0, Posted(() => GetAsync(rest, "https://elsewhere.invalid/")));
        rest.DefaultRequestHeaders.Add("Authorization", "own");
        Assert.Equal(0, Posted(() => GetAsync(rest, "/a")));
    }

    [Fact]
    public void NoStepOfARenewalNeedsTheCallersThread()
    {
        var issued = 0;
        var source = new ProvidedBearerTokenSource(
            "test",
            new DelegateBearerTokenProvider(async (_, stop) =>
            {
                await Task.Delay(5, stop).ConfigureAwait(false);
                return ++issued == 1 ? BearerToken.Create("a") : throw new InvalidOperationException();
            }),
            new() { Cache = BearerTokenCache.Never },
            TimeProvider.System,
            NullLogger.Instance);
        var stop = TestContext.Current.CancellationToken;
        Assert.Equal(0, Posted(() => source.GetAsync(null, stop).AsTask()));
        Assert.Equal(0, Posted(() => source.RenewAsync(null, BearerToken.Create("a"), stop).AsTask()));
        Assert.Equal(0, Posted(() => new KeyRenewal("test", source, NullLogger.Instance)
            .RenewAsync(new HttpRequestMessage(), null, BearerToken.Create("a"), stop).AsTask()));
    }

    private static async Task GetAsync(HttpClient rest, string address)
    {
        var uri = new Uri(address, UriKind.RelativeOrAbsolute);
        using var response = await rest.GetAsync(uri, TestContext.Current.CancellationToken).ConfigureAwait(false);
    }

    // Gives how many steps wanted the thread; they run elsewhere, so that the call ends all the same.
    private static int Posted(Func<Task> call)
    {
        var context = new CountingContext();
        var former = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(context);
        try
        {
            var done = call();
            SynchronizationContext.SetSynchronizationContext(former);
            Task.WhenAny(done).Wait(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
            Assert.True(done.IsCompleted);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(former);
        }

        return context.Count;
    }

    private sealed class CountingContext : SynchronizationContext
    {
        private int _count;

        public int Count => Volatile.Read(ref _count);

        public override void Post(SendOrPostCallback d, object? state)
        {
            Interlocked.Increment(ref _count);
            base.Post(d, state);
        }
    }
}
