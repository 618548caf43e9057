using Lathe.Paging;

namespace Lathe.Tests.Paging;

public sealed class PagerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // Three pages of two: cursors "2", "4".
    private static PartServer Three { get => PartServer.Of(static (sent, _) => Connected(int.Parse(sent.After ?? "0"))); }

    [Fact]
    public async Task AConnectionIsReadToItsEnd()
    {
        var server = Three;
        Assert.Equal([0, 1, 2, 3, 4, 5], await Refs(PartList.Connection, server));
        Assert.Equal([null, "2", "4"], server.Calls.Select(static call => call.After));
    }

    [Fact]
    public async Task OnlyTheCursorChangesFromPageToPageAndTheCallersVariablesDoNot()
    {
        var server = Three;
        var variables = new PartVariables { Name = "Bolt" };
        await Refs(PartList.Connection, server, variables);
        Assert.All(server.Calls, static call => Assert.Equal("Bolt", call.Name));
        Assert.Equal(3, server.Calls.Distinct(ReferenceEqualityComparer.Instance).Count());
        Assert.Null(variables.After);
    }

    [Fact]
    public async Task EachEnumerationBeginsAnew()
    {
        var server = Three;
        var all = PartList.Connection.ItemsAsync(server, new(), null, Token);
        Assert.Equal(6, await all.CountAsync(Token));
        Assert.Equal(6, await all.CountAsync(Token));
        Assert.Equal([null, "2", "4", null, "2", "4"], server.Calls.Select(static call => call.After));
    }

    [Fact]
    public async Task AnOffsetGrowsByTheItemsThatCameUntilNoneCome()
    {
        // A server that gives fewer than it is asked for: its limit is 3, then 2.
        var server = PartServer.Of(static (sent, call) => PartList.Of(sent.Offset ?? 0, call switch { 1 => 3, 2 => 2, _ => 0 }));
        Assert.Equal([0, 1, 2, 3, 4], await Refs(PartList.Offset, server));
        Assert.Equal([null, 3, 5], server.Calls.Select(static call => call.Offset));
    }

    [Fact]
    public async Task AKeysetGoesOnBehindTheLastKey()
    {
        var server = PartServer.Of(static (sent, call) => PartList.Of((sent.Offset ?? 9) + 1, call == 3 ? 0 : 2));
        Assert.Equal([10, 11, 12, 13], await Refs(PartList.Keys, server));
        Assert.Equal([null, 11, 13], server.Calls.Select(static call => call.Offset));
    }

    [Fact]
    public async Task ItemsThatTheServerGivesAsNullAreLeftOutButCounted()
    {
        var server = PartServer.Of(static (_, call) => call == 1 ? new([null, new(1), null]) : new([]));
        Assert.Equal([1], await Refs(PartList.Offset, server));
        Assert.Equal([null, 3], server.Calls.Select(static call => call.Offset));
    }

    [Theory]
    [InlineData(null, 2, 4, 2)]
    [InlineData(3, null, 3, 2)]
    [InlineData(4, null, 4, 2)]
    [InlineData(1, null, 1, 1)]
    [InlineData(7, 9, 6, 3)]
    public async Task NoPageIsAskedForBeyondTheBounds(int? maxItems, int? maxPages, int items, int calls)
    {
        foreach (var prefetch in new[] { false, true })
        {
            var server = Three;
            var refs = await Refs(PartList.Connection, server, null, new() { MaxItems = maxItems, MaxPages = maxPages, Prefetch = prefetch });
            Assert.Equal((items, calls), (refs.Count, server.Calls.Count));
        }
    }

    [Fact]
    public async Task PagesAreGivenWhole()
    {
        var pages = await PartList.Connection.PagesAsync(Three, new(), new() { MaxItems = 3 }, Token).ToListAsync(Token);
        Assert.Equal([2, 2], pages.Select(static page => page.Data!.Parts!.Count));
    }

    [Fact]
    public async Task ReadingBeginsBehindACursor()
    {
        var server = Three;
        Assert.Equal([4, 5], await Refs(PartList.Connection, server, new() { After = "2" }, new() { StartAfter = "4" }));
        Assert.Equal([2, 3, 4, 5], await Refs(PartList.Connection, server, new() { After = "2" }));
        Assert.Equal(["4", "2", "4"], server.Calls.Select(static call => call.After));
    }

    [Fact]
    public void ACursorOfAnotherTypeIsRefusedAtOnce()
    {
        var error = Assert.Throws<ArgumentException>(() => PartList.Offset.ItemsAsync(Three, new(), new() { StartAfter = "4" }, Token));
        Assert.StartsWith("StartAfter is a String, but a cursor of Parts is a Int32.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => PartList.Offset.PagesAsync(Three, null!, null, Token));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void BoundsAreAtLeastOne(int bound)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PageOptions { MaxItems = bound });
        Assert.Throws<ArgumentOutOfRangeException>(() => new PageOptions { MaxPages = bound });
    }

    [Fact]
    public async Task EachCallHasTheOptionsOfTheRequest()
    {
        var server = Three;
        var request = new GraphQLRequestOptions { Tenant = "a" };
        await Refs(PartList.Connection, server, null, new() { Request = request });
        Assert.Same(request, server.LastOptions);
    }

    [Fact]
    public async Task WithoutAListThereIsNothing()
    {
        var server = PartServer.Of(static (_, _) => new(null, false));
        Assert.Empty(await Refs(PartList.Connection, server));
        Assert.Single(await PartList.Connection.PagesAsync(server, new(), null, Token).ToListAsync(Token));
    }

    internal static PartList Connected(int from, int pages = 3) =>
        PartList.Of(from, 2) with { HasMore = from + 2 < pages * 2, End = from + 2 < pages * 2 ? $"{from + 2}" : null };

    internal static async Task<List<int?>> Refs<TCursor>(
        Pager<PartList, PartVariables, Part, TCursor> pager, PartServer server, PartVariables? variables = null, PageOptions? options = null)
    {
        var refs = new List<int?>();
        await foreach (var part in pager.ItemsAsync(server, variables ?? new(), options, Token))
            refs.Add(part.Ref);
        return refs;
    }
}
