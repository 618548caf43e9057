using Lathe.Interop.Tests.Support;
using Shop;

namespace Lathe.Interop.Tests;

/// <summary>Grafast keeps <c>onError</c>; other servers do not know it.</summary>
public sealed class OnErrorTests(ForeignServers servers)
{
    private static readonly string[] s_broken = ["Crate 2 was not weighed.", "Crate 4 was not weighed."];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData(GraphQLErrorBehavior.Propagate)]
    public async Task AnErrorTakesWhatIsAroundItAlong(GraphQLErrorBehavior? onError)
    {
        await using var user = new ShopUser(servers.Endpoint("grafast"), options => options.OnError = onError);
        var shelf = (await user.Client.ShelfPartsAsync(cancellationToken: Stop)).RequirePartialData().Shelf.Value!;
        Assert.Equal(["c1", null, "c3", null], shelf.Select(static crate => crate?.Id));
        Assert.Equal(onError is not null, user.Sent.Single().Body.Contains("onError", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AFieldThatFailsIsNullAloneAndItsError()
    {
        await using var user = new ShopUser(servers.Endpoint("grafast"), static options => options.OnError = GraphQLErrorBehavior.Null);
        var shelf = (await user.Client.ShelfPartsAsync(cancellationToken: Stop)).RequirePartialData().Shelf.Value!;
        Assert.Equal(["c1", "c2", "c3", "c4"], shelf.Select(static crate => crate!.Id));
        Assert.Equal(
            ["10", s_broken[0], "30", s_broken[1]], shelf.Select(static crate => crate!.Weight.Error?.Message ?? $"{crate.Weight.Value}"));
        Assert.Equal("The label of crate 3 is gone.", shelf[2]!.Label.Error!.Message);
        Assert.Equal("crate 2", shelf[1]!.Label.Value);
    }

    [Fact]
    public async Task TheFirstErrorEndsAll()
    {
        await using var user = new ShopUser(servers.Endpoint("grafast"), static options => options.OnError = GraphQLErrorBehavior.Halt);
        var result = await user.Client.ShelfPartsAsync(cancellationToken: Stop);
        Assert.Null(result.Data);
        Assert.Equal(s_broken[0], Assert.Single(result.Errors).Message);
    }

    [Theory]
    [InlineData(null, "crate is gone")]
    [InlineData(GraphQLErrorBehavior.Null, "c2 Crate 2 was not weighed.")]
    public async Task EventsOnASocketAreReadSoToo(GraphQLErrorBehavior? onError, string second)
    {
        await using var user = SocketUser.Create(servers.Endpoint("grafast"));
        var options = new GraphQLRequestOptions { OnError = onError };
        var results = user.Transport.SubscribeAsync(CratePartsSubscription.Operation, null, options, Stop);
        var events = await results.Select(static one => one.RequirePartialData().Crates.ValueOrDefault is { } crate
            ? $"{crate.Id} {crate.Weight.Error?.Message ?? $"{crate.Weight.Value}"}"
            : "crate is gone").ToListAsync(Stop);
        Assert.Equal(["c1 10", second], events);
    }

    // So it is sent only where somebody says that the server knows it.
    [Fact]
    public async Task AServerThatDoesNotKnowItMayRefuse()
    {
        await using var user = new ShopUser(servers.Endpoint("yoga"), static options => options.OnError = GraphQLErrorBehavior.Null);
        var refusal = await user.Client.ShelfPartsAsync(cancellationToken: Stop);
        Assert.Null(refusal.Data);
        Assert.Contains("onError", Assert.Single(refusal.Errors).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("apollo")]
    [InlineData("mercurius")]
    public async Task OrAnswerAsEver(string server)
    {
        await using var user = new ShopUser(servers.Endpoint(server), static options => options.OnError = GraphQLErrorBehavior.Null);
        var shelf = (await user.Client.ShelfPartsAsync(cancellationToken: Stop)).RequirePartialData().Shelf.Value!;
        Assert.Equal(["c1", null, "c3", null], shelf.Select(static crate => crate?.Id));
    }
}
