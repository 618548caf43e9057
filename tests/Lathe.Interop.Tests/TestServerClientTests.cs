using System.Net;
using Lathe.Interop.Tests.Support;
using Lathe.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Shop;
using static Lathe.Interop.Tests.Support.SocketUser;

namespace Lathe.Interop.Tests;

/// <summary>What the transport promises with foreign servers holds with our test server, where theirs cannot be asked alike.</summary>
public sealed class TestServerClientTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(PersistedOperationMode.Trusted)]
    [InlineData(PersistedOperationMode.Automatic)]
    public async Task AServerThatKnowsTheDocumentsGetsNoText(PersistedOperationMode mode)
    {
        await using var server = await ScriptedShop.StartAsync();
        server.Documents = ServerDocuments.KnownOnly;
        await using var user = new ShopUser(server.Endpoint, options => options.PersistedOperations = mode);
        Assert.Equal("Hello x", (await user.Client.HelloAsync("x", cancellationToken: Stop)).RequireData().Hello);
        Assert.DoesNotContain("\"query\"", Assert.Single(user.Sent).Body, StringComparison.Ordinal);
        Assert.Equal(HelloQuery.Operation.Document, Assert.Single(server.Requests).Document);

        // What has no script is not known.
        using var http = new HttpClient();
        using var refused = await http.PostAsync(server.Endpoint, new StringContent("{\"query\":\"{ hello }\"}"), Stop);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("PERSISTED_QUERY_NOT_IN_LIST", await refused.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AHundredSubscriptionsShareASocket()
    {
        await using var server = await ScriptedShop.StartAsync();
        await using var user = Create(server.Endpoint);
        var all = await Task.WhenAll(Enumerable.Range(1, 100).Select(number => TicksAsync(user, number % 7 + 1)));
        Assert.Equal(Enumerable.Range(1, 100).Select(number => number % 7 + 1), all.Select(ticks => ticks.Count));
        Assert.Equal(100, server.Requests.Count);
        Assert.Single(server.Requests.Select(one => one.ConnectionId).Distinct());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WhoeverStopsReadingEndsTheEventsOfTheServer(bool bySocket)
    {
        await using var server = await GraphQLTestServer.StartAsync(Stop);
        var ended = new TaskCompletionSource();
        server.On(TicksSubscription.Operation).ReturnsEvents((_, stop) => EndlessAsync(ended, stop));
        server.On(HelloQuery.Operation).ReturnsJson("""{"data":{"hello":"still here"}}""");
        await using var user = bySocket ? Create(server.Endpoint, sockets => sockets.SendQueriesAndMutations = true) : new ShopUser(server.Endpoint);
        await foreach (var result in user.Client.TicksAsync(n: 10_000, cancellationToken: Stop))
        {
            if (result.RequireData().Ticks.N == 3)
                break;
        }

        await ended.Task.WaitAsync(Stop);
        Assert.Equal("still here", (await user.Client.HelloAsync(cancellationToken: Stop)).RequireData().Hello);
        Assert.Equal(bySocket ? 1 : 2, server.Requests.Select(one => one.ConnectionId + one.Method).Distinct().Count());
    }

    [Fact]
    public async Task QueriesAndMutationsGoOverTheSocketIfAsked()
    {
        await using var server = await ScriptedShop.StartAsync();
        await using var user = Create(server.Endpoint, options => options.SendQueriesAndMutations = true);
        Assert.Equal("Hello Ada", (await user.Client.HelloAsync("Ada", cancellationToken: Stop)).RequireData().Hello);
        Assert.Equal("new", (await user.Client.RenameAsync("m1", "new", cancellationToken: Stop)).RequireData().Rename.Name);
        Assert.Equal("One field fails.", (await user.Client.PartialAsync(cancellationToken: Stop)).Errors[0].Message);
        Assert.Empty(user.Sent);
        Assert.Equal(["WS Hello", "WS Rename", "WS Partial"], server.Requests.Select(one => one.ToString()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ARejectedKeyIsRenewedOnce(bool bySocket)
    {
        await using var server = await ScriptedShop.StartAsync();
        server.AcceptKey("fresh");
        await using var user = bySocket ? Create(server.Endpoint, configure: RenewableKey) : new ShopUser(server.Endpoint, configure: RenewableKey);
        Assert.Equal(2, (await TicksAsync(user, 2)).Count);
        Assert.Equal(["old", "fresh"], server.Requests.Select(one => one.Key));
        server.RevokeKey("fresh");
        var exception = await Assert.ThrowsAsync<GraphQLAuthenticationException>(() => bySocket
            ? TicksAsync(user, 1)
            : user.Client.HelloAsync("x", cancellationToken: Stop));
        Assert.DoesNotContain("fresh", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACutSocketIsOpenedAgainAndTheNextResultSaysSo()
    {
        await using var server = await ScriptedShop.StartAsync();
        await using var user = Create(server.Endpoint);
        await using var events = user.Client.TicksAsync(n: 1000, delayMs: 20, cancellationToken: Stop).GetAsyncEnumerator(Stop);
        Assert.True(await events.MoveNextAsync());
        for (var cut = 1; cut <= 5; cut++)
        {
            server.DropConnections();
            do
                Assert.True(await events.MoveNextAsync());
            while (!events.Current.IsResumed);
            Assert.Equal(1, events.Current.RequireData().Ticks.N);
        }

        Assert.Equal(6, server.Requests.Select(one => one.ConnectionId).Distinct().Count());
    }

    [Theory]
    [InlineData("zstd")]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task EachEncodingIsRead(string encoding)
    {
        await using var server = await ScriptedShop.StartAsync();
        (server.Compresses, server.Encodings) = (true, [encoding]);
        await using var user = new ShopUser(server.Endpoint);
        Assert.Equal(100, (await user.Client.MachinesAsync(first: 100, cancellationToken: Stop)).RequireData().Machines.Count);
        Assert.Equal(3, (await TicksAsync(user, 3)).Count);
        Assert.Contains(encoding, server.Requests[0].Headers["Accept-Encoding"], StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => server.Encodings = ["lzma"]);

        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("Accept-Encoding", $"identity;q=0.5, {encoding}");
        using var raw = await http.PostAsync(server.Endpoint, new StringContent("""{"query":"query Hello { hello }"}"""), Stop);
        Assert.Equal(encoding, Assert.Single(raw.Content.Headers.ContentEncoding));
        Assert.NotEqual((byte)'{', (await raw.Content.ReadAsByteArrayAsync(Stop))[0]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TlsIsTrustedWhereTheTestSaysSo(bool bySocket)
    {
        await using var server = await ScriptedShop.StartAsync(new GraphQLTestServerOptions { UseTls = true });
        Assert.Equal("https", server.Endpoint.Scheme);
        await using var stranger = bySocket ? Create(server.Endpoint) : new ShopUser(server.Endpoint);
        await Assert.ThrowsAsync<GraphQLConnectionException>(() => TicksAsync(stranger, 1));
        void Trusting(IGraphQLClientBuilder builder) => builder.ConfigurePrimaryHttpMessageHandler((handler, _) => server.Trust(handler));
        await using var user = bySocket
            ? Create(server.Endpoint, sockets => sockets.ConfigureHandler = server.Trust, Trusting)
            : new ShopUser(server.Endpoint, configure: Trusting);
        Assert.Equal(2, (await TicksAsync(user, 2)).Count);
        Assert.Equal("Hello x", (await user.Client.HelloAsync("x", cancellationToken: Stop)).RequireData().Hello);
        await using var plain = await GraphQLTestServer.StartAsync(Stop);
        using var handler = new SocketsHttpHandler();
        Assert.Throws<InvalidOperationException>(() => plain.Trust(handler));
    }

    [Fact]
    public async Task PartsComeOneByOne()
    {
        await using var server = await ScriptedShop.StartAsync();
        await using var user = new ShopUser(server.Endpoint);
        var seen = new List<string>();
        await foreach (var result in user.Transport.SubscribeAsync(MachinesInPartsQuery.Operation, cancellationToken: Stop))
            seen.Add(result.Data!.ToString());
        Assert.Equal([false, true, true], seen.Select(one => one.Contains("slow 1", StringComparison.Ordinal)));
        Assert.Equal([false, false, true], seen.Select(one => one.Contains("slow 2", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task EventsArePacedByTheClockOfTheServer(bool bySocket)
    {
        var time = new FakeTimeProvider();
        await using var server = await GraphQLTestServer.StartAsync(new GraphQLTestServerOptions { Time = time }, Stop);
        server.On(TicksSubscription.Operation).After(TimeSpan.FromHours(1)).ReturnsEvents(Tick(1), Tick(2));
        await using var user = bySocket ? Create(server.Endpoint) : new ShopUser(server.Endpoint);
        await using var events = user.Client.TicksAsync(n: 2, cancellationToken: Stop).GetAsyncEnumerator(Stop);
        for (var n = 1; n <= 2; n++)
        {
            var next = events.MoveNextAsync().AsTask();
            while (!next.IsCompleted)
            {
                time.Advance(TimeSpan.FromMinutes(1));
                await Task.Delay(1, Stop);
            }

            Assert.Equal(n, events.Current.RequireData().Ticks.N);
        }

        Assert.True(time.GetUtcNow() - time.Start >= TimeSpan.FromHours(2));
    }

    [Fact]
    public async Task AServerThatAsksToWaitIsAskedAgainAfterIt()
    {
        await using var server = await GraphQLTestServer.StartAsync(Stop);
        server.On(HelloQuery.Operation).ReturnsStatus(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(1))
            .ReturnsStatus(HttpStatusCode.ServiceUnavailable).Breaks().ReturnsJson("""{"data":{"hello":"at last"}}""");
        await using var user = new ShopUser(server.Endpoint, configure: builder => builder.AddStandardGraphQLResilience());
        Assert.Equal("at last", (await user.Client.HelloAsync(cancellationToken: Stop)).RequireData().Hello);
        Assert.Equal(4, server.Requests.Count);
    }

    private static string Tick(int n) => $$"""{"data":{"ticks":{"n":{{n}},"text":"t"} } }""";

    private static async IAsyncEnumerable<string> EndlessAsync(
        TaskCompletionSource ended, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            for (var n = 1; ; n++)
            {
                await Task.Delay(1, cancellationToken);
                yield return Tick(n);
            }
        }
        finally
        {
            ended.SetResult();
        }
    }

    private static async Task<List<int>> TicksAsync(ShopUser user, int count)
    {
        var ticks = new List<int>();
        await foreach (var result in user.Client.TicksAsync(n: count, delayMs: 1, cancellationToken: Stop))
            ticks.Add(result.RequireData().Ticks.N);
        return ticks;
    }
}
