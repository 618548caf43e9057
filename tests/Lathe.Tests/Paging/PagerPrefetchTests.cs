namespace Lathe.Tests.Paging;

public sealed class PagerPrefetchTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task TheNextPageIsAskedForWhileOneIsWorkedOn(bool prefetch, int calls)
    {
        var server = PartServer.Of(static (sent, _) => PagerTests.Connected(int.Parse(sent.After ?? "0")));
        var pages = PartList.Connection.PagesAsync(server, new(), new() { Prefetch = prefetch }, Token).GetAsyncEnumerator(Token);
        Assert.True(await pages.MoveNextAsync());
        Assert.Equal(calls, server.Calls.Count);
        Assert.True(await pages.MoveNextAsync());
        Assert.True(await pages.MoveNextAsync());
        Assert.False(await pages.MoveNextAsync());
        Assert.Equal(3, server.Calls.Count);
        await pages.DisposeAsync();
    }

    [Fact]
    public async Task AReaderThatStopsCancelsThePageAhead()
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var server = PartServer.Of(static (sent, _) => PagerTests.Connected(int.Parse(sent.After ?? "0")));
        server.Delay = async (call, token) =>
        {
            if (call == 1)
                return;
            try
            {
                await Task.Delay(Timeout.Infinite, token);
            }
            finally
            {
                ended.SetResult();
            }
        };
        await foreach (var part in PartList.Connection.ItemsAsync(server, new(), new() { Prefetch = true }, Token))
        {
            Assert.Equal(0, part.Ref);
            break;
        }

        Assert.True(ended.Task.IsCompletedSuccessfully);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CancellationEndsTheCallAtHand(bool prefetch)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var server = PartServer.Of(static (sent, _) => PagerTests.Connected(int.Parse(sent.After ?? "0")));
        server.Delay = (call, token) => call == 1 ? Task.CompletedTask : Task.Delay(Timeout.Infinite, token);
        var count = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var page in PartList.Connection.PagesAsync(server, new(), new() { Prefetch = prefetch }, Token)
                .WithCancellation(stop.Token))
            {
                count += page.Data!.Parts!.Count;
                await stop.CancelAsync();
            }
        });
        Assert.Equal(2, count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ATimeOutOfTheTransportSaysWhereToGoOn(bool prefetch)
    {
        var server = new PartServer(static (sent, _) => sent.After is null ? new(PagerTests.Connected(0)) : throw new TaskCanceledException("Slow."));
        var count = 0;
        var error = await Assert.ThrowsAsync<GraphQLPaginationException>(async () =>
        {
            await foreach (var part in PartList.Connection.ItemsAsync(server, new(), new() { Prefetch = prefetch }, Token))
                count++;
        });
        Assert.Equal((2, 2, "2"), (count, error.Page, error.Cursor));
        Assert.IsType<TaskCanceledException>(error.InnerException);
    }

    [Fact]
    public async Task AFailureAheadIsToldWhenItsPageIsDue()
    {
        var server = new PartServer(static (sent, _) => sent.After is null ? new(PagerTests.Connected(0))
            : throw new GraphQLTransportException("Reset."));
        var count = 0;
        var error = await Assert.ThrowsAsync<GraphQLPaginationException>(async () =>
        {
            await foreach (var part in PartList.Connection.ItemsAsync(server, new(), new() { Prefetch = true }, Token))
                count++;
        });
        Assert.Equal((2, 2), (count, error.Page));
    }
}
