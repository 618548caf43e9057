using Lathe.Paging;

namespace Lathe.Tests.Paging;

public sealed class PagerFaultTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2", 2, 2)]
    [InlineData("0", 2, 2)]
    public async Task ACursorThatComesAgainEndsReading(string again, int given, int page)
    {
        // The items differ, so that the cursor alone tells.
        var calls = 0;
        var server = PartServer.Of((_, _) => PartList.Of(calls++ * 2, 2) with { HasMore = true, End = again });
        var variables = new PartVariables { After = again == "0" ? "0" : null };
        var (refs, error) = await Read(PartList.Connection, server, variables);
        Assert.Equal(again == "0" ? given : given + 2, refs.Count);
        Assert.Equal(again == "0" ? page : page + 1, error.Page);
        Assert.Contains("gives a cursor that it gave before", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACycleOfCursorsEndsReading()
    {
        var server = PartServer.Of((_, call) => PartList.Of(call * 2, 2) with { HasMore = true, End = "abc"[call % 3].ToString() });
        var (refs, error) = await Read(PartList.Connection, server);
        Assert.Equal((8, 5), (refs.Count, error.Page));
    }

    [Fact]
    public async Task AServerThatDoesNotHeedTheOffsetEndsReading()
    {
        var server = PartServer.Of(static (_, _) => PartList.Of(0, 2));
        var (refs, error) = await Read(PartList.Offset, server);
        Assert.Equal([0, 1], refs);
        Assert.Equal((2, (object?)2), (error.Page, error.Cursor));
        Assert.Contains("seems to ignore the cursor", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AKeyThatDoesNotAdvanceEndsReading()
    {
        var server = PartServer.Of(static (_, call) => new([new(call), new(7)]));
        var (refs, error) = await Read(PartList.Keys, server);
        Assert.Equal(4, refs.Count);
        Assert.Contains("gives a cursor that it gave before", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, null, "gives no cursor for it")]
    [InlineData(null, "x", "does not say whether there is one")]
    public async Task AnotherPageThatCannotBeReachedIsNoEnd(bool? hasMore, string? end, string words)
    {
        var server = PartServer.Of((_, _) => PartList.Of(0, 2) with { HasMore = hasMore, End = end });
        var (refs, error) = await Read(PartList.Connection, server);
        Assert.Equal((2, 2), (refs.Count, error.Page));
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AKeyThatIsNullIsNoEnd()
    {
        var server = PartServer.Of(static (_, _) => new([new(1), new(null)]));
        var (refs, error) = await Read(PartList.Keys, server);
        Assert.Equal((2, 2), (refs.Count, error.Page));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ErrorsOfAPageLeaveThoseBeforeAndSayWhereToGoOn(bool prefetch)
    {
        var isDown = true;
        var server = new PartServer((sent, _) => sent.After == "2" && isDown
            ? new(PagerTests.Connected(2), [new GraphQLError("Out of order.")])
            : new(PagerTests.Connected(int.Parse(sent.After ?? "0"))));
        var (refs, error) = await Read(PartList.Connection, server, null, new() { Prefetch = prefetch });
        Assert.Equal([0, 1], refs);
        Assert.Equal((2, (object?)"2"), (error.Page, error.Cursor));
        Assert.Equal("Out of order.", Assert.Single(error.Errors).Message);
        Assert.Equal(
            "Page 2 of Parts could not be read; those before it were given. Out of order. "
                + "Go on from it with PageOptions.StartAfter = Cursor of this exception.",
            error.Message);

        isDown = false;
        Assert.Equal([2, 3, 4, 5], await PagerTests.Refs(PartList.Connection, server, null, new() { StartAfter = error.Cursor }));
    }

    [Fact]
    public async Task PagesHaveTheirErrorsWhileTheListIsThere()
    {
        var server = new PartServer((sent, _) => new(PagerTests.Connected(int.Parse(sent.After ?? "0")), [new GraphQLError("No rate limit.")]));
        var pages = await PartList.Connection.PagesAsync(server, new(), null, Token).ToListAsync(Token);
        Assert.Equal(3, pages.Count(static page => page.HasErrors));

        var without = new PartServer((_, call) => call == 1 ? new(PagerTests.Connected(0)) : new(null, [new GraphQLError("Gone.")]));
        var error = await Assert.ThrowsAsync<GraphQLPaginationException>(
            async () => await PartList.Connection.PagesAsync(without, new(), null, Token).ToListAsync(Token));
        Assert.Equal(("Gone.", (object?)"2"), (error.Errors[0].Message, error.Cursor));
    }

    [Fact]
    public async Task AListThatIsGoneIsNoEnd()
    {
        var server = PartServer.Of(static (_, call) => call == 1 ? PagerTests.Connected(0) : new(null, false));
        var (_, error) = await Read(PartList.Connection, server);
        Assert.Contains("does not have the list any more", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFailureOfTheCallIsTheInnerException()
    {
        var server = new PartServer(static (sent, _) => sent.After is null ? new(PagerTests.Connected(0))
            : throw new GraphQLTransportException("Reset."));
        var (refs, error) = await Read(PartList.Connection, server);
        Assert.Equal(2, refs.Count);
        Assert.Equal("2", error.Cursor);
        Assert.Empty(error.Errors);
        Assert.IsType<GraphQLTransportException>(error.InnerException);
    }

    [Fact]
    public async Task SeveralListsWithCursorsOfTheirOwnAreNoEnd()
    {
        var pager = new Pager<PartList, PartVariables, Part, string?>(
            static (data, _) => Pages.Join<Part, Part, string?>(data.Parts, part => new([part], part.Ref < 2, $"{part.Ref}")),
            static (sent, moves, cursor) => moves ? sent.After = cursor : sent.After);
        var (refs, error) = await Read(pager, PartServer.Of(static (_, _) => PartList.Of(0, 2)));
        Assert.Equal(2, refs.Count);
        Assert.Contains("Several lists of the answer have a next page", error.Message, StringComparison.Ordinal);
        Assert.Equal([1, 2, 3], await PagerTests.Refs(pager, PartServer.Of(static (sent, _) => PartList.Of(sent.After is null ? 1 : 3,
            sent.After is null ? 2 : 1))));
    }

    private static async Task<(List<int?> Refs, GraphQLPaginationException Error)> Read<TCursor>(
        Pager<PartList, PartVariables, Part, TCursor> pager, PartServer server, PartVariables? variables = null, PageOptions? options = null)
    {
        var refs = new List<int?>();
        var error = await Assert.ThrowsAsync<GraphQLPaginationException>(async () =>
        {
            await foreach (var part in pager.ItemsAsync(server, variables ?? new(), options, Token))
                refs.Add(part.Ref);
        });
        return (refs, error);
    }
}
