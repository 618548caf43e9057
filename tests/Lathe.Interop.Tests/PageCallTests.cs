using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Lathe.Interop.Tests.Support;
using Lathe.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shop;

namespace Lathe.Interop.Tests;

/// <summary>Each page is a call: limiters of rates and costs count it, and it is sent again by itself.</summary>
public sealed class PageCallTests(ForeignServers servers)
{
    private const int Pages = 5;
    private const int Items = 23;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // 60 points a page, of which the server has 100, and 400 a second come back.
    [Theory]
    [InlineData("yoga-cost")]
    [InlineData("apollo-cost")]
    public async Task ACostLimiterPaysForEachPage(string server)
    {
        await using var user = new ShopUser(
            servers.Endpoint(server), configure: As("pages with a limiter") + (static builder => builder.AddCostLimiter()));
        // Until a page has said what it costs, nobody knows.
        Assert.Equal(Items, await CountAsync(user));
        var counts = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => CountAsync(user)));
        Assert.Equal([Items, Items], counts);
        Assert.Equal(3 * Pages, user.Sent.Count);
    }

    [Theory]
    [InlineData("yoga-cost")]
    [InlineData("apollo-cost")]
    public async Task APageThatIsThrottledIsSentAgain(string server)
    {
        await using var user = new ShopUser(
            servers.Endpoint(server),
            configure: As("pages without one") + (static builder => builder.AddStandardGraphQLResilience(static options => options.MaxRetries = 10)));
        var counts = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => CountAsync(user)));
        Assert.All(counts, static count => Assert.Equal(Items, count));
        Assert.True(user.Sent.Count > 6 * Pages, "None was refused, so that nothing is shown.");
    }

    [Theory]
    [InlineData("yoga")]
    [InlineData("apollo")]
    [InlineData("mercurius")]
    public async Task ARateLimiterThatIsEmptyEndsReadingBetweenPages(string server)
    {
        using var limiter = new FixedWindowRateLimiter(new() { PermitLimit = 3, Window = TimeSpan.FromHours(1), QueueLimit = 0 });
        await using var user = new ShopUser(servers.Endpoint(server), configure: builder => builder.AddRateLimiter(_ => limiter));
        await AssertEndsAfterThreePagesAsync(user);
        Assert.Equal(3, user.Sent.Count);
    }

    [Fact]
    public async Task SoItDoesWithTheTestServer()
    {
        await using var server = await PagesAsync();
        using var limiter = new FixedWindowRateLimiter(new() { PermitLimit = 3, Window = TimeSpan.FromHours(1), QueueLimit = 0 });
        await using var user = new ShopUser(server.Endpoint, configure: builder => builder.AddRateLimiter(_ => limiter));
        await AssertEndsAfterThreePagesAsync(user);
        Assert.Equal([null, "5", "10"], server.Requests.Select(Cursor));
    }

    [Fact]
    public async Task APageThatFailsIsSentAgainFromItsOwnCursor()
    {
        await using var server = await GraphQLTestServer.StartAsync(Stop);
        server.On(PartsQuery.Operation).ReturnsJson(Page).ReturnsStatus(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(1)).ReturnsJson(Page)
            .ReturnsStatus(HttpStatusCode.ServiceUnavailable).Breaks().ReturnsJson(Page);
        await using var user = new ShopUser(server.Endpoint, configure: static builder => builder.AddStandardGraphQLResilience());
        Assert.Equal(Items, await CountAsync(user));
        Assert.Equal([null, "5", "5", "10", "10", "10", "15", "20"], server.Requests.Select(Cursor));
    }

    // Three points are left, and the next would come in some minutes.
    [Fact]
    public async Task ACostLimiterThatHasNoPointsLeftDoesNotAskForAPage()
    {
        await using var server = await PagesAsync(static one => $$$$"""
            ,"extensions":{"cost":{"requestedQueryCost":1,"throttleStatus":
             {"maximumAvailable":3,"currentlyAvailable":{{{{2 - (Start(one) / Pages)}}}},"restoreRate":0.001}}}
            """);
        await using var user = new ShopUser(server.Endpoint, configure: static builder => builder.AddCostLimiter());
        await AssertEndsAfterThreePagesAsync(user);
        Assert.Equal([null, "5", "10"], server.Requests.Select(Cursor));
    }

    private static async Task AssertEndsAfterThreePagesAsync(ShopUser user)
    {
        var parts = new List<string>();
        var exception = await Assert.ThrowsAsync<GraphQLPaginationException>(async () =>
        {
            await foreach (var part in user.Client.AllPartsAsync(new(), cancellationToken: Stop))
                parts.Add(part.Id);
        });
        Assert.Equal((15, 4), (parts.Count, exception.Page));
        Assert.IsType<GraphQLRateLimitException>(exception.InnerException);
    }

    private static Task<int> CountAsync(ShopUser user) => user.Client.AllPartsAsync(new(), cancellationToken: Stop).CountAsync(Stop).AsTask();

    private static async Task<GraphQLTestServer> PagesAsync(Func<ServerRequest, string>? extensions = null)
    {
        var server = await GraphQLTestServer.StartAsync(Stop);
        server.On(PartsQuery.Operation).ReturnsJson(one => Page(one)[..^1] + extensions?.Invoke(one) + "}");
        return server;
    }

    // Five of 23 parts, whose cursors are their numbers.
    private static string Page(ServerRequest request)
    {
        var start = Start(request);
        var end = Math.Min(start + Pages, Items);
        var edges = Enumerable.Range(start + 1, end - start).Select(static id => $$$"""{"node":{"id":"p{{{id}}}"}}""");
        var more = end < Items ? "true" : "false";
        var pageInfo = $$"""{"hasNextPage":{{more}},"endCursor":"{{end}}"}""";
        return $$$$"""{"data":{"parts":{"edges":[{{{{string.Join(',', edges)}}}}],"pageInfo":{{{{pageInfo}}}}}}}""";
    }

    private static int Start(ServerRequest request) => int.Parse(Cursor(request) ?? "0", CultureInfo.InvariantCulture);

    private static string? Cursor(ServerRequest request) =>
        request.Variables.TryGetProperty("after", out var after) ? after.GetString() : null;

    // The server keeps a budget for each caller.
    private static Action<IGraphQLClientBuilder> As(string caller) =>
        builder => builder.ConfigureHttpClient(http => http.DefaultRequestHeaders.Add("x-caller", caller));
}
