using Lathe.Interop.Tests.Support;

namespace Lathe.Interop.Tests;

/// <summary>Subscriptions by server-sent events.</summary>
public sealed class EventStreamTests(ForeignServers servers)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("yoga")]
    [InlineData("yoga-sse")]
    [InlineData("sse")]
    [InlineData("lathe")]
    public async Task EventsComeInOrderUntilTheEnd(string server)
    {
        await using var user = new ShopUser(servers.Endpoint(server));
        var ticks = new List<(int, string)>();
        await foreach (var result in user.Client.TicksAsync(n: 3, delayMs: 1, cancellationToken: Stop))
            ticks.Add((result.RequireData().Ticks.N, result.Data!.Ticks.Text));
        Assert.Equal([(1, "tick 1: \"ü\"\n"), (2, "tick 2: \"ü\"\n"), (3, "tick 3: \"ü\"\n")], ticks);
    }

    [Theory]
    [InlineData("yoga")]
    [InlineData("sse")]
    [InlineData("lathe")]
    public async Task AnErrorAfterEventsComesLast(string server)
    {
        await using var user = new ShopUser(servers.Endpoint(server));
        var results = new List<(int?, string?)>();
        try
        {
            await foreach (var result in user.Client.FailsAfterAsync(n: 2, cancellationToken: Stop))
                results.Add((result.Data?.FailsAfter, result.Errors.Count > 0 ? result.Errors[0].Code : null));
        }
        catch (GraphQLConnectionException)
        {
            // graphql-sse breaks the connection when a source throws.
            results.Add((null, "LATER"));
        }

        Assert.Equal([(1, null), (2, null), (null, "LATER")], results);
    }

    [Theory]
    [InlineData("yoga")]
    [InlineData("sse")]
    [InlineData("lathe")]
    public async Task WhoeverStopsReadingEndsTheStreamAndTheClientGoesOn(string server)
    {
        await using var user = new ShopUser(servers.Endpoint(server));
        await foreach (var result in user.Client.TicksAsync(n: 10_000, delayMs: 1, cancellationToken: Stop))
        {
            if (result.RequireData().Ticks.N == 3)
                break;
        }

        await foreach (var result in user.Client.TicksAsync(n: 1, delayMs: 1, cancellationToken: Stop))
            Assert.Equal(1, result.RequireData().Ticks.N);
    }

    [Theory]
    [InlineData("yoga")]
    [InlineData("sse")]
    [InlineData("lathe")]
    public async Task AStreamThatIsSilentForTooLongIsABrokenConnection(string server)
    {
        await using var user = new ShopUser(servers.Endpoint(server), options => options.IdleTimeout = TimeSpan.FromMilliseconds(300));
        var seen = 0;
        var exception = await Assert.ThrowsAsync<GraphQLConnectionException>(async () =>
        {
            await foreach (var result in user.Client.SilentAsync(cancellationToken: Stop))
                seen += result.RequireData().Silent;
        });
        Assert.Equal(1, seen);
        Assert.Contains("was silent for 0.3 s", exception.Message, StringComparison.Ordinal);
        Assert.Contains("IdleTimeout", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("apollo")]
    [InlineData("mercurius")]
    public async Task AServerWithoutStreamsSaysSoInAnException(string server)
    {
        await using var user = new ShopUser(servers.Endpoint(server));
        var exception = await Assert.ThrowsAnyAsync<GraphQLHttpException>(async () =>
        {
            await foreach (var result in user.Client.TicksAsync(n: 3, delayMs: 1, cancellationToken: Stop))
                Assert.Fail("There is no event, but " + result.Data + string.Join(',', result.Errors));
        });
        Assert.Contains("sends no event stream", exception.Message, StringComparison.Ordinal);
        Assert.Contains("WebSockets", exception.Message, StringComparison.Ordinal);
    }
}
