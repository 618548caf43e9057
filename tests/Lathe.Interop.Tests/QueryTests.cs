using Lathe.Interop.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Lathe.Interop.Tests;

/// <summary>Queries and mutations, with each server as it comes.</summary>
public sealed class QueryTests(ForeignServers servers)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("yoga")]
    [InlineData("apollo")]
    [InlineData("mercurius")]
    [InlineData("yoga-csrf")]
    [InlineData("lathe")]
    public async Task AQueryAndAMutationAreAnswered(string server)
    {
        await using var user = new ShopUser(servers.Endpoint(server), configure: builder => Csrf(builder, server));
        var machines = (await user.Client.MachinesAsync(first: 2, cancellationToken: Stop)).RequireData().Machines;
        Assert.Equal(["Lathe 1 ü", "Lathe 2 ü"], machines.Select(machine => machine.Name));
        var renamed = (await user.Client.RenameAsync("m1", "Mill \"1\"", cancellationToken: Stop)).RequireData().Rename;
        Assert.Equal(("m1", "Mill \"1\""), (renamed.Id, renamed.Name));
    }

    [Theory]
    [InlineData("yoga")]
    [InlineData("apollo")]
    [InlineData("mercurius")]
    [InlineData("lathe")]
    public async Task PartialDataComesWithItsError(string server)
    {
        await using var user = new ShopUser(servers.Endpoint(server));
        var result = await user.Client.PartialAsync(cancellationToken: Stop);
        Assert.Equal("yes", result.Data!.Partial!.Good);
        Assert.Null(result.Data.Partial.Bad);
        var error = Assert.Single(result.Errors);
        Assert.Equal(("One field fails.", "ONE", "partial.bad"), (error.Message, error.Code, string.Join('.', error.Path)));
    }

    // What yoga's plug-in wants to see on each request.
    private static void Csrf(IGraphQLClientBuilder builder, string server)
    {
        if (server == "yoga-csrf")
            builder.ConfigureHttpClient(http => http.DefaultRequestHeaders.Add("x-graphql-yoga-csrf", "1"));
    }
}
