using Lathe.Interop.Tests.Support;
using Shop;

namespace Lathe.Interop.Tests;

/// <summary>Errors of fields that graphql-js makes behind three servers, at the places where they belong.</summary>
public sealed class HoleTests(ForeignServers servers)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Servers() => ["yoga", "apollo", "mercurius"];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task AFieldIsItsError(string server)
    {
        await using var user = new ShopUser(servers.Endpoint(server));
        var result = await user.Client.PartialResultsAsync(cancellationToken: Stop);
        var partial = result.RequirePartialData().Partial.Value!;
        Assert.Equal("yes", partial.Good);
        Assert.Equal(("One field fails.", "ONE"), (partial.Bad.Error!.Message, partial.Bad.Error.Code));
        Assert.Same(result.Errors[0], partial.Bad.Error);
        var exception = Assert.Throws<GraphQLFieldException>(() => partial.Bad.Value);
        Assert.Equal(["partial", "bad"], exception.Path.Select(static step => step.Name));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task WhatIsThrownIsCaughtAroundIt(string server)
    {
        await using var user = new ShopUser(servers.Endpoint(server));
        var data = (await user.Client.PartialThrownAsync(cancellationToken: Stop)).RequirePartialData();
        Assert.Equal("One field fails.", data.Partial.Error!.Message);

        var nothing = await user.Client.NothingCaughtAsync(cancellationToken: Stop);
        Assert.Null(nothing.Data);
        Assert.Equal("One field fails.", Assert.Throws<GraphQLFieldException>(nothing.RequirePartialData).Error.Message);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task ItemsThatErrorsMadeNullAreTheirErrors(string server)
    {
        await using var user = new ShopUser(servers.Endpoint(server));
        var shelf = (await user.Client.ShelfAsync(cancellationToken: Stop)).RequirePartialData().Shelf.Value!;
        Assert.Equal(
            ["c1 10 ", "Crate 2 was not weighed.", "c3 30 The label of crate 3 is gone.", "Crate 4 was not weighed."],
            shelf.Select(static crate => crate switch
            {
                (var one, null) => $"{one!.Id} {one.Weight} {one.Label.Error?.Message ?? one.Label.Value}",
                (_, { } error) => error.Message,
            }));

        var some = (await user.Client.ShelfOrNullAsync(cancellationToken: Stop)).RequirePartialData().Shelf!;
        Assert.Equal(["c1", null, null, null], some.Select(static crate => crate?.Id));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task AFieldOfTheRootIsItsErrorAndTheOthersAreThere(string server)
    {
        await using var user = new ShopUser(servers.Endpoint(server));
        var data = (await user.Client.RootResultAsync(cancellationToken: Stop)).RequirePartialData();
        Assert.Equal(("It fails.", "Hello world"), (data.Fails.Error!.Message, data.Hello));
    }
}
