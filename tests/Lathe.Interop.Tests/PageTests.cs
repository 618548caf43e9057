using System.Threading.RateLimiting;
using Lathe.Interop.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Shop;

namespace Lathe.Interop.Tests;

/// <summary>Connections as graphql-relay makes them, page by page.</summary>
public sealed class PageTests(ForeignServers servers)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("yoga", false)]
    [InlineData("yoga", true)]
    [InlineData("apollo", false)]
    [InlineData("mercurius", true)]
    public async Task AConnectionIsReadToItsEnd(string server, bool prefetch)
    {
        await using var user = new ShopUser(servers.Endpoint(server));
        var parts = await user.Client.AllPartsAsync(new(), new() { Prefetch = prefetch }, Stop).ToListAsync(Stop);
        Assert.Equal(Enumerable.Range(1, 23).Select(static i => $"p{i}"), parts.Select(static part => part.Id));
        Assert.Equal(5, user.Sent.Count);
    }

    [Theory]
    [InlineData("yoga")]
    [InlineData("apollo")]
    public async Task AConnectionIsReadBackwards(string server)
    {
        await using var user = new ShopUser(servers.Endpoint(server));
        var pages = await user.Client.LastPartsPagesAsync(new() { Last = 10 }, cancellationToken: Stop).ToListAsync(Stop);
        Assert.Equal([10, 10, 3], pages.Select(static page => page.RequireData().Parts.Edges!.Count));
        Assert.Equal("p14", pages[0].RequireData().Parts.Edges![0]!.Node!.Id);
        Assert.Equal("p1", pages[2].RequireData().Parts.Edges![0]!.Node!.Id);
    }

    [Fact]
    public async Task EachPageTakesAPermitOfTheRateLimiter()
    {
        using var limiter = new ConcurrencyLimiter(new() { PermitLimit = 1, QueueLimit = 10 });
        await using var user = new ShopUser(servers.Endpoint("yoga"), configure: builder => builder.AddRateLimiter(_ => limiter));
        Assert.Equal(23, await user.Client.AllPartsAsync(new(), new() { Prefetch = true }, Stop).CountAsync(Stop));
        Assert.Equal(5, limiter.GetStatistics()!.TotalSuccessfulLeases);
    }

    [Fact]
    public async Task APageWithAnErrorLeavesThoseBeforeAndIsReadAgainFromItsCursor()
    {
        await using var user = new ShopUser(servers.Endpoint("yoga"));
        var parts = new List<PartsQuery.Part>();
        var error = await Assert.ThrowsAsync<GraphQLPaginationException>(async () =>
        {
            await foreach (var part in user.Client.AllPartsAsync(new() { Notes = true }, cancellationToken: Stop))
                parts.Add(part);
        });
        Assert.Equal((10, 3), (parts.Count, error.Page));
        Assert.Equal("No note.", Assert.Single(error.Errors).Message);
        var rest = user.Client.AllPartsAsync(new(), new() { StartAfter = error.Cursor }, Stop);
        Assert.Equal(Enumerable.Range(11, 13).Select(static i => $"p{i}"), await rest.Select(static part => part.Id).ToListAsync(Stop));

        var pages = await user.Client.PartsPagesAsync(new() { Notes = true }, cancellationToken: Stop).ToListAsync(Stop);
        Assert.Equal([false, false, true, false, false], pages.Select(static page => page.HasErrors));
    }
}
