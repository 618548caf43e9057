namespace Lathe.Tests.Paging;

/// <summary>Reading by pager allocates for each page, but for an item no more than a loop by hand.</summary>
public sealed class PagerAllocationTests
{
    private const int Pages = 4;

    [Fact]
    public async Task AnItemAllocatesNothing()
    {
        await Compare(10);
        var (handOfFew, pagerOfFew) = await Compare(10);
        var (handOfMany, pagerOfMany) = await Compare(10_000);
        Assert.Equal(handOfMany - handOfFew, pagerOfMany - pagerOfFew);
    }

    [Fact]
    public async Task APageAllocatesLittle()
    {
        await Compare(10);
        var (hand, pager) = await Compare(10);
        Assert.InRange(pager - hand, 0, 1_200 * Pages);
    }

    private static async Task<(long ByHand, long ByPager)> Compare(int items)
    {
        var answers = Enumerable.Range(0, Pages).Select(page =>
            new GraphQLResult<PartList>(PartList.Of(page * items, items) with { HasMore = page < Pages - 1, End = $"{page + 1}" })).ToArray();
        var server = new PartServer((_, call) => answers[(call - 1) % Pages]);
        server.Calls.Capacity = 100;
        var byHand = await Measure(() => ByHand(server));
        var byPager = await Measure(() => ByPager(server));
        Assert.Equal((Pages * items, Pages * items), (byHand.Items, byPager.Items));
        return (byHand.Bytes, byPager.Bytes);
    }

    // All runs on this thread: the answers are there at once.
    private static async Task<(long Bytes, int Items)> Measure(Func<Task<int>> read)
    {
        await read();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var items = await read();
        return (GC.GetAllocatedBytesForCurrentThread() - before, items);
    }

    private static async Task<int> ByHand(PartServer server)
    {
        var (count, variables) = (0, new PartVariables());
        while (true)
        {
            var data = (await server.SendAsync(PartList.Operation, variables, null, default)).RequireData();
            foreach (var part in data.Parts!)
                count += part is null ? 0 : 1;
            if (data.HasMore != true)
                return count;
            variables.After = data.End;
        }
    }

    private static async Task<int> ByPager(PartServer server)
    {
        var count = 0;
        await foreach (var part in PartList.Connection.ItemsAsync(server, new(), null, default))
            count += part is null ? 0 : 1;
        return count;
    }
}
